// Reads Bicep files, .bicep and .bicepparam, and prints what stands in them as JSON: one object a file. Arguments: the files.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL(join(process.cwd(), 'package.json')));
const { Language, Parser } = require('web-tree-sitter');
await Parser.init();
// WebAssembly and not the native binding: nothing is compiled or picked by platform when npm installs.
const grammar = join(dirname(require.resolve('tree-sitter-bicep/package.json')), 'tree-sitter-bicep.wasm');
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));

const all = (node, type) => node.descendantsOfType(type).filter(Boolean);
const text = (node) => node.text.replace(/^'|'$/g, '');
const nameOf = (declaration) => declaration.namedChildren.find((child) => child.type === 'identifier').text;

// A decorator stands before its declaration as a sibling.
const isSecure = (declaration) => declaration.previousNamedSibling?.type === 'decorators' && declaration.previousNamedSibling.text.includes('@secure()');

function faultsOf(root) {
  const faults = [];
  const visit = (node) => {
    if (node.isError || node.isMissing) {
      faults.push(`${node.startPosition.row + 1}: ${node.isMissing ? `missing ${node.type}` : node.text.slice(0, 60)}`);
    }
    node.children.forEach(visit);
  };
  visit(root);
  return faults;
}

function moduleOf(declaration) {
  const object = declaration.namedChildren.find((child) => child.type === 'object') ?? all(declaration, 'object')[0];
  const given = object.namedChildren.find((property) => property.type === 'object_property' && property.firstChild.text === 'params');
  const keys = given?.lastChild.namedChildren.filter((child) => child.type === 'object_property').map((child) => child.firstChild.text) ?? [];
  return { path: text(declaration.namedChildren.find((child) => child.type === 'string')), params: keys };
}

// Names that stand for a value, as against keys, members and functions.
function usedIn(root) {
  return all(root, 'identifier').filter((node) => {
    const parent = node.parent;
    const isFirst = parent.firstNamedChild?.id === node.id;
    return !(
      (parent.type.endsWith('_declaration') && isFirst) ||
      (parent.type === 'object_property' && isFirst) ||
      (parent.type === 'call_expression' && isFirst) ||
      (parent.type === 'lambda_expression' && isFirst) ||
      parent.type === 'type' || all(parent, 'primitive_type').some((type) => type.id === node.id) ||
      (parent.type === 'for_statement' && parent.childForFieldName('initializer')?.id === node.id)
    );
  }).map((node) => node.text);
}

const declaredIn = (root) => [
  ...['parameter_declaration', 'variable_declaration', 'resource_declaration', 'module_declaration'].flatMap((type) => all(root, type).map(nameOf)),
  ...all(root, 'lambda_expression').map((lambda) => lambda.firstNamedChild.text),
  ...all(root, 'for_statement').map((loop) => loop.childForFieldName('initializer')?.text),
];

function read(file) {
  // The grammar knows no parameter files; their one form of its own is an assignment.
  const source = readFileSync(file, 'utf8').replace(/^param (\w+) =/gm, file.endsWith('.bicepparam') ? 'var $1 =' : '$&');
  const root = parser.parse(source).rootNode;
  return {
    file,
    faults: faultsOf(root),
    params: all(root, 'parameter_declaration').map((one) => ({ name: nameOf(one), required: !one.children.some((child) => child.text === '='), secure: isSecure(one) })),
    assigned: file.endsWith('.bicepparam') ? all(root, 'variable_declaration').map(nameOf) : [],
    modules: all(root, 'module_declaration').map(moduleOf),
    resources: all(root, 'resource_declaration').map((one) => text(one.namedChildren.find((child) => child.type === 'string'))),
    outputs: all(root, 'output_declaration').map((one) => one.text),
    functions: [...new Set(all(root, 'call_expression').map((call) => call.childForFieldName('function').text))],
    reads: [...all(root, 'using_statement').map((one) => text(one.namedChildren[0])), ...all(root, 'call_expression').filter((call) => call.text.startsWith('loadJsonContent')).map((call) => text(all(call, 'string')[0]))],
    declared: [...new Set(declaredIn(root))].filter(Boolean),
    used: [...new Set(usedIn(root))],
  };
}

console.log(JSON.stringify(process.argv.slice(2).map(read), null, 1));
