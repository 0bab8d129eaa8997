// Runs Azurite for LocalHost: writes its ports to stdout when all services listen, and exits when its files are written.
// Azurite keeps tables, queues and the list of blobs in memory (LokiJS) and writes them to files on a timer and when it closes. Until then
// a journal holds the changes (azurite-journal.js).
'use strict';

const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');

const azurite = path.join(__dirname, '..', 'node_modules', 'azurite', 'dist', 'src', 'azurite.js');
const load = createRequire(azurite);
const Loki = load('lokijs');
const Server = load('./common/ServerBase').default;

const { isInTransaction, keepJournals } = require('./azurite-journal');
const { deleteInPieces } = require('./azurite-deletes');
const { guard } = require('./azurite-guard');

const location = process.argv.indexOf('--location') + 1;
const folder = location > 0 ? process.argv[location] : null;

const SERVICES = 3;
const REQUEST_LIMIT = 10_000; // how long closing waits for requests in progress
const PARENT_LIMIT = 30_000; // how long this process waits for LocalHost to stop the app after SIGTERM
const SHORTEST_PAUSE = 250;
const LONGEST_PAUSE = 30_000;

// The files hold personal data.
process.umask(0o077);

if (folder) {
  keepJournals(load);
}
deleteInPieces(load); // after the journals, which note what is removed

// LokiJS loads an empty file as an empty database.
Loki.prototype.loadJSON = function (text, options) {
  let content;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new Error(`DAMAGED ${this.filename}: ${text.trim() === '' ? 'the file is empty' : error.message}`);
  }
  if (!Array.isArray(content?.collections) || content.collections.length === 0) {
    throw new Error(`DAMAGED ${this.filename}: it is not a database of Azurite`);
  }
  const extents = this.filename.replace(/__azurite_db_(blob|queue)_extent__\.json$/, '__$1storage__');
  if (extents !== this.filename && content.collections.some((one) => one.data?.length > 0) && fs.readdirSync(extents).length === 0) {
    throw new Error(`DAMAGED ${extents}: the files of stored content are missing`);
  }
  this.loadJSONObject(content, options);
};

// A small database is written a quarter of a second after a change. A large one is written less often, so that writing, which
// blocks all requests, takes a tenth of the time at most.
Loki.prototype.autosaveEnable = function () {
  this.autosave = true;
  const later = (pause) => { this.autosaveHandle = setTimeout(save, pause).unref(); };
  const save = () => {
    if (!this.autosaveDirty() || isInTransaction()) {
      later(SHORTEST_PAUSE);
      return;
    }
    const began = performance.now();
    this.saveDatabase((error) => {
      if (error) {
        console.error(`${this.filename} cannot be written: ${error.message}`);
        this.collections.forEach((collection) => { collection.dirty = true; });
      }
      later(Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, 10 * (performance.now() - began))));
    });
  };
  later(SHORTEST_PAUSE);
};

// When a database is closed while it is being written, it is written once more, so that closing waits for the file and reports errors.
const closeDatabase = Loki.prototype.close;
Loki.prototype.close = function (callback) {
  if (this.throttledSavePending) {
    this.collections.forEach((collection) => { collection.dirty = true; });
  }
  closeDatabase.call(this, callback);
};

// Azurite would close on any signal, abort requests in progress and write its files at once. Here its own call of close does nothing;
// closeAll, below, closes.
const { start, close } = Server.prototype;
const servers = [];
let listening;
const allListen = new Promise((resolve) => { listening = resolve; });
Server.prototype.close = async () => {};
Server.prototype.start = async function () {
  guard(this.httpServer, folder);
  await start.call(this);
  if (servers.push(this) === SERVICES) {
    console.log(`ready ${servers.map((server) => server.httpServer.address().port).join(' ')}`);
    listening();
  }
};

// Azurite's own close aborts connections whose requests are in progress.
async function requestsEnded({ httpServer }) {
  const idle = setInterval(() => httpServer.closeIdleConnections(), 20);
  await new Promise((resolve) => {
    httpServer.close(resolve);
    setTimeout(resolve, REQUEST_LIMIT).unref();
  });
  clearInterval(idle);
}

let closing;
function closeAll() {
  closing ??= (async () => {
    await allListen;
    await Promise.all(servers.map(requestsEnded));
    for (const closed of await Promise.allSettled(servers.map((server) => close.call(server)))) {
      if (closed.status === 'rejected') {
        fail(closed.reason);
      }
    }
    servers.forEach((server) => server.httpServer.closeAllConnections());
    process.stdin.unref();
  })();
}

function fail(error) {
  console.error(String(error.stack ?? error).replace(/\s*\n\s*/g, ' | '));
  process.exitCode = 1;
}

// Standard input is a pipe from LocalHost. It ends when LocalHost has stopped the app and closes the pipe, or when LocalHost is killed.
process.stdin.resume().on('end', closeAll).on('error', closeAll);

// A terminal sends these to all its processes. The app needs the storage until it has stopped.
for (const signal of ['SIGINT', 'SIGHUP', 'SIGQUIT']) {
  process.on(signal, () => {});
}

process.on('SIGTERM', () => {
  console.log('stopping');
  setTimeout(closeAll, PARENT_LIMIT).unref();
});

process.on('uncaughtException', (error) => {
  fail(error);
  closeAll();
});

// LocalHost and its terminal may have ended.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

// LocalHost reads this file to find the Azurite of an earlier run that is still writing its files.
if (folder) {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'pid'), `${process.pid}`);
}

load(azurite);
