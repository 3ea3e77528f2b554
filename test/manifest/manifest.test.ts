import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { contributes } = manifest;

function sources(folder: string): string {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n');
}

const client = sources('client/src');

describe('commands', () => {
  const declared: string[] = contributes.commands.map((one: { command: string }) => one.command);
  const registered = [...client.matchAll(/registerCommand\(\s*'(mtusDraft\.[A-Za-z]+)'/g)].map((match) => match[1]!);

  it('are the same in the manifest and in the code', () => {
    expect([...registered].sort()).toEqual([...declared].sort());
  });

  it('are the ones that menus and walkthroughs name', () => {
    const named = JSON.stringify([contributes.menus, contributes.walkthroughs]).match(/mtusDraft\.[A-Za-z]+/g)!;
    for (const command of named) expect(declared).toContain(command);
  });

  it('carry our category, so that they stand together in the palette', () => {
    for (const command of contributes.commands) expect(command.category).toBe('MTUS Draft');
  });
});

describe('languages', () => {
  it('each have a grammar, a configuration and icons that exist', () => {
    for (const language of contributes.languages) {
      const grammar = contributes.grammars.find((one: { language: string }) => one.language === language.id);
      for (const path of [language.configuration, language.icon.light, language.icon.dark, grammar.path]) {
        expect(existsSync(join(root, path)), path).toBe(true);
      }
      const { scopeName } = JSON.parse(readFileSync(join(root, grammar.path), 'utf8'));
      expect(scopeName).toBe(grammar.scopeName);
    }
  });

  it('are the ones that the client serves', () => {
    const ids = contributes.languages.map((one: { id: string }) => one.id);
    const served = /draftLanguages = \[([^\]]+)\]/.exec(client)![1]!.match(/[a-z-]+/g);
    expect(served).toEqual(ids);
  });

  it('claim no file ending twice and none that is not ours', () => {
    const endings: string[] = contributes.languages.flatMap((one: { extensions: string[] }) => one.extensions);
    expect(new Set(endings).size).toBe(endings.length);
    for (const ending of endings) expect(ending).toMatch(/\.(rfa|imr|appeal)(\.md|\.txt)?$/);
  });

  it('pick whole doses, levels and drug names as words', () => {
    const { wordPattern } = JSON.parse(readFileSync(join(root, 'language-configuration.json'), 'utf8'));
    const words = (text: string) => text.match(new RegExp(wordPattern, 'g'));
    expect(words('Norco 10/325 mg #180, L4-S1, 50% of x-rays')).toEqual([
      'Norco',
      '10/325',
      'mg',
      '#180',
      'L4-S1',
      '50%',
      'of',
      'x-rays',
    ]);
    expect(words(' .,; ')).toBeNull();
  });
});

describe('settings', () => {
  const properties: Record<string, { default: unknown; enum?: unknown[]; markdownDescription?: string }> =
    contributes.configuration.properties;

  it('have the defaults that the server falls back to', async () => {
    const { defaultSettings } = await import('../../server/src/settings.js');
    const declared = Object.fromEntries(
      Object.entries(properties).map(([key, { default: value }]) => [key.replace('mtusDraft.', ''), value]),
    );
    expect(declared).toEqual(defaultSettings);
  });

  it('offer no value that the server would throw away', async () => {
    const { readSettings } = await import('../../server/src/settings.js');
    for (const [key, { enum: values }] of Object.entries(properties)) {
      const name = key.replace('mtusDraft.', '');
      for (const value of values ?? []) expect(readSettings({ [name]: value })).toHaveProperty(name, value);
    }
  });

  it('say what they do', () => {
    for (const [key, { markdownDescription }] of Object.entries(properties))
      expect(markdownDescription, key).toBeTruthy();
  });
});

describe('package', () => {
  it('starts only for drafts and commands', () => {
    expect(manifest.activationEvents).toEqual([]);
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe(true);
    expect(manifest.capabilities.virtualWorkspaces).toBe(true);
  });

  it('has a square icon of at least 128 pixels', () => {
    const png = readFileSync(join(root, manifest.icon));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(width).toBe(height);
    expect(width).toBeGreaterThanOrEqual(128);
  });

  it('publishes every file it names', () => {
    const named = JSON.stringify(contributes).match(/"(?:\.\/)?[a-z-]+(?:\/[\w.-]+)*\.(?:json|svg|png)"/g)!;
    expect(named.length).toBeGreaterThan(8);
    for (const path of named.map((one) => one.slice(1, -1).replace('./', ''))) {
      expect(existsSync(join(root, path)), path).toBe(true);
      const published = manifest.files.some((one: string) => path === one || path.startsWith(`${one}/`));
      expect(published, `${path} is not published`).toBe(true);
    }
  });

  it('shows only pictures that are there', () => {
    const shown = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)];
    expect(shown.length).toBeGreaterThanOrEqual(4);
    for (const [, path] of shown) expect(existsSync(join(root, path!)), path).toBe(true);
  });

  it('pins every dependency exactly', () => {
    for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('gives a reason for every dependency', () => {
    const reasons = readFileSync(join(root, 'docs', 'dependencies.md'), 'utf8');
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(reasons).toContain(`\`${name}\``);
    }
  });

  it('tells of its version in the changelog', () => {
    expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## ${manifest.version}`);
  });
});
