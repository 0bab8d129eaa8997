// Refuses requests before Azurite sees them: those of foreign web pages, and writes that the disk could not keep.
'use strict';

const fs = require('fs');
const path = require('path');

const MEGABYTE = 1_048_576;
const RESERVE = MEGABYTE * (process.env.ITA_STORE_RESERVE_MB || 32);
const PAUSE = 250; // how long the free space is not read again

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

// The account's key is public, so a page of any site could sign requests. A browser sends Origin with what a page of another site sends,
// and the page's own host name after DNS rebinding.
function isForeign({ headers }) {
  return !LOCAL.test(headers.host ?? '') || (headers.origin !== undefined && !LOCAL.test(headers.origin.replace(/^https?:\/\//, '')));
}

let read = -Infinity;
let enough = true;

// Azurite renames and deletes files between the listing and this.
const sizeOf = (file) => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;

// Each database is written anew before it replaces its file.
function hasSpace(folder) {
  if (performance.now() - read > PAUSE) {
    const { bavail, bsize } = fs.statfsSync(folder);
    const sizes = fs.readdirSync(folder).filter((name) => name.startsWith('__azurite_db_')).map((name) => sizeOf(path.join(folder, name)));
    const before = enough;
    enough = bavail * bsize >= RESERVE + sizes.reduce((sum, size) => sum + size, 0);
    read = performance.now();
    if (before !== enough) {
      console.error(enough ? 'The disk has space again.' : `The disk of ${folder} is full: writes are refused.`);
    }
  }
  return enough;
}

// Deleting makes space. What the triggers need to go on is small: leases, receipts, and messages that are renewed or released.
function isWrite({ method, url }) {
  const isSmall = /[?&](popreceipt=|comp=lease\b)|\/azure-webjobs-hosts[/?]/.test(url);
  return (method === 'PUT' || method === 'POST' || method === 'PATCH' || method === 'MERGE') && !isSmall;
}

// The clients of blobs and queues read the first member, and those of tables the second.
function refuse(response, status, code, message) {
  response.writeHead(status, { 'x-ms-error-code': code, 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ error: { code, message }, 'odata.error': { code, message: { lang: 'en-US', value: message } } }));
}

// The folder is null for a store in memory.
function guard(server, folder) {
  const [answer] = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (isForeign(request)) {
      refuse(response, 403, 'ForeignOrigin', 'Only programs of this machine may use the storage emulator.');
    } else if (folder && isWrite(request) && !hasSpace(folder)) {
      refuse(response, 507, 'InsufficientStorage', 'The disk of the storage emulator is full.');
    } else {
      answer(request, response);
    }
  });
}

module.exports = { guard };
