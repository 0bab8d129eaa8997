// Keeps a journal for each database of Azurite, so that killing Azurite loses nothing that was acknowledged. LokiJS writes a database as
// one file now and then; each change is also appended to a journal before its request is answered. Loading a database applies its
// journals, and a journal is deleted when the database has been written.
'use strict';

const { AsyncLocalStorage } = require('async_hooks');
const fs = require('fs');
const path = require('path');

const [INSERT, UPDATE, REMOVE, CREATE, DROP] = ['insert', 'update', 'remove', 'create', 'drop'];

// The changes of a table transaction are appended together when it ends, so that a journal never holds half of one.
const transaction = new AsyncLocalStorage();
let transactions = 0;

class Journal {
  constructor(database) {
    this.file = database.filename;
    this.order = 0;
    const earlier = Journal.numbers(this.file);
    this.number = Math.max(0, ...earlier) + 1;
    if (!fs.existsSync(this.file)) {
      earlier.forEach((number) => fs.rmSync(Journal.name(this.file, number)));
    }
  }

  static name(file, number) {
    return `${file}.${number}.log`;
  }

  static numbers(file) {
    const start = `${path.basename(file)}.`;
    return fs.readdirSync(path.dirname(file))
      .filter((name) => name.startsWith(start) && /^\d+\.log$/.test(name.slice(start.length)))
      .map((name) => parseInt(name.slice(start.length), 10))
      .sort((one, other) => one - other);
  }

  // The order counts where a transaction is appended after a later change of another request.
  note(operation, collection, value) {
    const line = `${JSON.stringify([this.order++, operation, collection, value])}\n`;
    const held = transaction.getStore();
    if (held) {
      held.set(this, (held.get(this) ?? '') + line);
    } else {
      this.append(line);
    }
  }

  append(text) {
    this.handle ??= fs.openSync(Journal.name(this.file, this.number), 'a', 0o600);
    const size = this.size ?? 0;
    try {
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length;) {
        written += fs.writeSync(this.handle, bytes, written);
      }
      this.size = size + bytes.length;
    } catch (error) {
      fs.ftruncateSync(this.handle, size);
      throw error;
    }
  }

  // Later changes go to a new file. Returns the function that deletes the files until now.
  rotate() {
    if (this.handle !== undefined) {
      fs.closeSync(this.handle);
      this.handle = this.size = undefined;
    }
    const last = this.number++;
    return () => Journal.numbers(this.file).filter((number) => number <= last)
      .forEach((number) => fs.rmSync(Journal.name(this.file, number)));
  }
}

function* changesOf(file) {
  const numbers = Journal.numbers(file);
  for (const number of numbers) {
    const name = Journal.name(file, number);
    const lines = fs.readFileSync(name, 'utf8').split('\n');
    // What follows the last line end was being written when Azurite was killed, and was not acknowledged.
    lines.pop();
    const changes = lines.map((line, place) => {
      try {
        return JSON.parse(line);
      } catch (error) {
        throw new Error(`DAMAGED ${name}: line ${place + 1}: ${error.message}`);
      }
    });
    yield* changes.sort((one, other) => one[0] - other[0]);
  }
}

// Applies the journals to the content of a database file. Applying them twice gives the same.
function apply(file, content) {
  const documents = new Map();
  const ofCollection = (name) => {
    const collection = content.collections.find((one) => one.name === name);
    if (collection && !documents.has(collection)) {
      documents.set(collection, new Map(collection.data.map((document) => [document.$loki, document])));
    }
    return documents.get(collection);
  };
  for (const [, operation, name, value] of changesOf(file)) {
    if (operation === CREATE || operation === DROP) {
      content.collections = content.collections.filter((one) => one.name !== name).concat(operation === CREATE ? [value] : []);
    } else if (operation === REMOVE) {
      value.forEach((id) => ofCollection(name)?.delete(id));
    } else {
      ofCollection(name)?.set(value.$loki, value);
    }
  }
  for (const [collection, known] of documents) {
    // LokiJS looks documents up by their ids in order.
    collection.data = [...known.values()].sort((one, other) => one.$loki - other.$loki);
    collection.maxId = Math.max(collection.maxId ?? 0, collection.data.at(-1)?.$loki ?? 0);
    collection.idIndex = collection.data.map((document) => document.$loki);
  }
  return new Set([...documents.keys()].map((collection) => collection.name));
}

// Keeps journals for the databases in files. `load` requires the modules of Azurite.
function keepJournals(load) {
  const Loki = load('lokijs');
  const Collection = Loki.Collection;
  const { addCollection, removeCollection, loadJSONObject, saveDatabaseInternal } = Loki.prototype;
  const { insertOne, update, remove, removeBatchByPositions } = Collection.prototype;
  const journals = new WeakMap();
  const databases = new WeakMap();
  const loading = new WeakSet();

  const journalOf = (database) => {
    if (!journals.has(database)) {
      journals.set(database, new Journal(database));
    }
    return journals.get(database);
  };
  const note = (collection, operation, value) => {
    const database = databases.get(collection);
    if (database && !loading.has(database)) {
      journalOf(database).note(operation, collection.name, value);
    }
  };

  Loki.prototype.addCollection = function (name, options) {
    const isNew = this.getCollection(name) === null;
    const collection = addCollection.call(this, name, options);
    databases.set(collection, this);
    if (isNew) {
      note(collection, CREATE, JSON.parse(JSON.stringify(collection, this.serializeReplacer)));
    }
    return collection;
  };
  Loki.prototype.removeCollection = function (name) {
    const collection = this.getCollection(name);
    removeCollection.call(this, name);
    if (collection) {
      journalOf(this).note(DROP, name);
      databases.delete(collection);
    }
  };
  Loki.prototype.loadJSONObject = function (content, options) {
    const changed = apply(this.filename, content);
    loading.add(this);
    loadJSONObject.call(this, content, options);
    loading.delete(this);
    this.collections.filter((one) => changed.has(one.name)).forEach((one) => one.ensureAllIndexes(true));
  };
  Loki.prototype.saveDatabaseInternal = function (callback) {
    const deleteOld = journalOf(this).rotate();
    saveDatabaseInternal.call(this, (error) => {
      if (!error) {
        deleteOld();
      }
      callback(error);
    });
  };

  Collection.prototype.insertOne = function (document, ...rest) {
    const inserted = insertOne.call(this, document, ...rest);
    if (inserted) {
      note(this, INSERT, inserted);
    }
    return inserted;
  };
  // These call themselves, or each other, with the members of an array.
  Collection.prototype.update = function (document) {
    const updated = update.call(this, document);
    if (!Array.isArray(document)) {
      note(this, UPDATE, updated);
    }
    return updated;
  };
  Collection.prototype.remove = function (document) {
    const id = typeof document === 'number' ? document : document.$loki;
    const removed = remove.call(this, document);
    if (!Array.isArray(document)) {
      note(this, REMOVE, [id]);
    }
    return removed;
  };
  Collection.prototype.removeBatchByPositions = function (positions) {
    const ids = positions.map((position) => this.data[position].$loki);
    removeBatchByPositions.call(this, positions);
    if (ids.length > 0) {
      note(this, REMOVE, ids);
    }
  };

  const Batch = load('./table/batch/TableBatchOrchestrator').default;
  const { processBatchRequestAndSerializeResponse: answerBatch } = Batch.prototype;
  Batch.prototype.processBatchRequestAndSerializeResponse = async function (body) {
    transactions++;
    const held = new Map();
    try {
      const response = await transaction.run(held, () => answerBatch.call(this, body));
      held.forEach((text, journal) => journal.append(text));
      return response;
    } finally {
      transactions--;
    }
  };
}

// A database that is written during a transaction would hold half of it.
module.exports = { keepJournals, isInTransaction: () => transactions > 0 };
