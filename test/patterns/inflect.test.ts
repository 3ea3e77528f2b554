import { describe, expect, it } from 'vitest';
import { inflections } from '../../server/src/patterns/index.js';

describe('inflections', () => {
  it.each([
    ['walk', ['walks', 'walked', 'walking']],
    ['carry', ['carries', 'carried', 'carrying']],
    ['stop', ['stops', 'stopped', 'stopping']],
    ['relieve', ['relieves', 'relieved', 'relieving']],
    ['improvement', ['improvements', "improvement's"]],
    ['taper', ['tapers', 'tapered', 'tapering']],
    ['refer', ['refers', 'referred', 'referring']],
    ['reach', ['reaches', 'reached', 'reaching']],
    ['play', ['plays', 'played', 'playing']],
    ['agree', ['agrees', 'agreed', 'agreeing']],
    ['fail', ['fails', 'failed', 'failing']],
    ['therapy', ['therapies', "therapy's"]],
    ['diagnosis', ['diagnoses']],
    ['vertebra', ['vertebrae']],
    ['try', ['tries', 'tried', 'trying']],
    ['jog', ['jogged', 'jogging']],
    ['mix', ['mixes', 'mixed', 'mixing']],
    ['take', ['takes', 'took', 'taken', 'taking']],
    ['be', ['is', 'are', 'was', 'were', 'been', 'being']],
    ['have', ['has', 'had', 'having']],
    ['sleep', ['slept', 'sleeping']],
    ['lie', ['lay', 'lain', 'lying']],
    ['foot', ['feet']],
    ['mri', ['mris']],
  ])('%s', (word, expected) => {
    expect(inflections(word)).toEqual(expect.arrayContaining([word, ...expected]));
  });

  it('doubles no letter where English does not', () => {
    expect(inflections('stop')).not.toContain('stoped');
    expect(inflections('fail')).not.toContain('failled');
    expect(inflections('show')).not.toContain('showwed');
    expect(inflections('fix')).not.toContain('fixxed');
  });

  it('gives the regular forms of no irregular word', () => {
    expect(inflections('take')).not.toContain('taked');
    expect(inflections('foot')).not.toContain('foots');
  });
});
