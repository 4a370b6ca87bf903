import assert from "node:assert/strict";
import test from "node:test";
import { onPath } from "../build/path.mjs";

const files = (...there) => (file) => there.includes(file);

test("the first folder of the PATH that has it", () => {
  const there = files("D:\\tools\\factcheck.exe", "E:\\more\\factcheck.exe");
  assert.equal(onPath("factcheck", 'C:\\Windows;"D:\\tools";E:\\more', there), "D:\\tools\\factcheck.exe");
  assert.equal(onPath("factcheck.exe", "E:\\more", there), "E:\\more\\factcheck.exe");
});

test("never the folder that is open, however the PATH names it", () => {
  const there = files("factcheck.exe", ".\\factcheck.exe", "bin\\factcheck.exe", "\\factcheck.exe");
  for (const path of ["", ";", ".", ".\\", "bin", "C:"]) {
    assert.throws(() => onPath("factcheck", path, there), /factcheck is not on the PATH/);
  }
});

test("a path of the user's own stays as it is", () => {
  assert.equal(onPath("C:\\venv\\factcheck.exe", "", files()), "C:\\venv\\factcheck.exe");
});
