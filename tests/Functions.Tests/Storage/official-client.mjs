// The official client, so that our own cannot be wrong in the same way twice.
// node official-client.mjs write|read <connection string> <table>
import { TableClient } from '@azure/data-tables';

const [, , command, connection, table] = process.argv;
const client = TableClient.fromConnectionString(connection, table, { allowInsecureConnection: true });

const everyType = {
  partitionKey: "ปี '2569'",
  rowKey: '100% ก ข',
  Text: 'ที่นี่ "น้ำใจ"',
  Empty: '',
  Int: -5,
  Long: { type: 'Int64', value: '9007199254740993' },
  Double: 0.1,
  Whole: { type: 'Double', value: 1 },
  Flag: true,
  Time: { type: 'DateTime', value: '2026-11-20T08:09:10.1234567Z' },
  Bytes: new Uint8Array([0, 127, 128, 255]),
  Id: { type: 'Guid', value: '01234567-89ab-cdef-0123-456789abcdef' },
};

async function write() {
  await client.createEntity(everyType);
  const batch = Array.from({ length: 100 }, (_, n) =>
    ['create', { partitionKey: 'batch', rowKey: String(n).padStart(3, '0'), Name: `หน่วยงานที่ ${n}` }]);
  await client.submitTransaction(batch);
}

async function read() {
  const entity = await client.getEntity(everyType.partitionKey, everyType.rowKey, { disableTypeConversion: true });
  const names = [];
  for await (const found of client.listEntities({ queryOptions: { filter: "PartitionKey eq 'batch'" } })) {
    names.push(found.Name);
  }

  const properties = Object.keys(everyType).map((name) => [name, plain(entity[name])]);
  console.log(JSON.stringify({ entity: Object.fromEntries(properties), names }));
}

// With disableTypeConversion a property is {type, value}, or plain when JSON itself has the type.
function plain(property) {
  const value = property?.value ?? property;
  return `${property?.type ?? typeof property}: ${value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value}`;
}

await { write, read }[command]();
