// A custom handler that does what a message tells it, and writes down each invocation it gets.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { spawn } from 'node:child_process';

const root = process.env.FUNCTIONS_APP_ROOT_PATH;

const read = async request => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
};

const json = (response, status, value) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
};

// Text triggers arrive doubly encoded, binary ones as base64.
const told = data => {
  if (typeof data !== 'string') return 'ok';
  return data.startsWith('"') ? JSON.parse(data) : Buffer.from(data, 'base64').toString('utf8');
};

const orders = {
  ok: response => json(response, 200, {}),
  fail: response => json(response, 500, {}),
  silent: response => response.writeHead(200).end(),
  text: response => response.writeHead(200, { 'content-type': 'text/plain' }).end('done'),
  wait: () => {},
  die: () => process.kill(process.pid, 'SIGKILL'),
  out: (response, text) => json(response, 200, { Outputs: { out: Buffer.from(text).toString('base64') }, Logs: [`out ${text}`] }),
};

const invoke = (request, response, body) => {
  appendFileSync(`${root}/calls.jsonl`, JSON.stringify({ pid: process.pid, url: request.url, headers: request.headers, body }) + '\n');
  const { Data, Metadata } = JSON.parse(body);
  const [order, ...rest] = told(Object.values(Data)[0]).split(' ');
  const isFirst = Metadata.DequeueCount === '1' || Metadata.RetryContext?.RetryCount === 0;
  const name = order.endsWith('-once') ? (isFirst ? order.slice(0, -5) : 'ok') : order;
  (orders[process.env.ORDER ?? name] ?? orders.ok)(response, rest.join(' '));
};

let dripping;

const api = async (request, response) => {
  const url = new URL(request.url, 'http://x');
  const [, , order, argument] = url.pathname.split('/');
  if (order === 'exit') process.exit(Number(argument));
  if (order === 'orphan') {
    spawn('sleep', ['20'], { stdio: 'inherit' });
    process.exit(1);
  }
  if (order === 'drip') {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.write('first');
    dripping = response;
    return;
  }
  if (order === 'hang') return;
  if (order === 'drop') dripping.end('second');
  if (order === 'gulp') request.once('data', () => console.log('gulped'));
  const body = await read(request);
  const { ASPNETCORE_URLS, ASPNETCORE_CONTENTROOT, GREETING } = process.env;
  json(response, 200, {
    pid: process.pid, method: request.method, url: request.url, headers: request.headers, length: body.length,
    body: body.length < 1000 ? body.toString('utf8') : '', environment: { ASPNETCORE_URLS, ASPNETCORE_CONTENTROOT, GREETING },
  });
};

if (process.env.START === 'refuse') process.exit(3);

createServer(async (request, response) => {
  if (request.url.startsWith('/api')) await api(request, response);
  else if (request.method === 'POST') invoke(request, response, (await read(request)).toString('utf8'));
  else response.writeHead(404).end();
}).listen(Number(process.env.FUNCTIONS_CUSTOMHANDLER_PORT), '127.0.0.1', () => console.log('handler is listening'));
