// Prints the content of the QR code on an image of a page. Usage: node read-qr.mjs <picture.pgm>
import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';

const file = readFileSync(process.argv[2]);
const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 64).toString('latin1'));
const [width, height] = [Number(head[1]), Number(head[2])];
const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
file.subarray(head[0].length).forEach((grey, at) => pixels.fill(grey, at * 4, at * 4 + 3));
const code = jsQR.default ? jsQR.default(pixels, width, height) : jsQR(pixels, width, height);
if (!code) {
  throw new Error('There is no QR code on the picture.');
}

process.stdout.write(code.data);
