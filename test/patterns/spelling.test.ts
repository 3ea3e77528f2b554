import { describe, expect, it } from 'vitest';
import { Speller } from '../../server/src/patterns/spelling.js';
import { found } from './read.js';

describe('misspellings', () => {
  it.each([
    ['cyclobenzaprine', 'cyclobenzaprin'],
    ['cyclobenzaprine', 'cyclobenzaprene'],
    ['gabapentin', 'gabapentn'],
    ['gabapentin', 'gabbapentin'],
    ['radiculopathy', 'radicluopathy'],
    ['radiculopathy', 'raduculopathy'],
    ['acupuncture', 'accupuncture'],
    ['naproxen', 'naproxin'],
    ['physical therapy', 'phsyical therapy'],
    ['omeprazole', 'omeprasole'],
    ['therapy', 'tehrapy'],
  ])('%s is meant by %s', (word, text) => {
    expect(found(word, text)).toEqual([text]);
  });

  it.each([
    ['symptomatic', 'asymptomatic'],
    ['asymptomatic', 'symptomatic'],
    ['adequate', 'inadequate'],
    ['sufficient', 'insufficient'],
    ['hypertension', 'hypotension'],
    ['hyperesthesia', 'hypoesthesia'],
    ['stable', 'unstable'],
    ['abduction', 'adduction'],
    ['injection', 'infection'],
    ['massage', 'message'],
    ['decreased', 'deceased'],
    ['addiction', 'addition'],
    ['topical', 'typical'],
    ['tapering', 'tampering'],
    ['stimulation', 'simulation'],
    ['medication', 'meditation'],
    ['peroneal', 'perineal'],
    ['exercise', 'exercises'],
    ['exercises', 'exercise'],
    ['relieved', 'relieve'],
    ['improve', 'improves'],
    ['muscle', 'muscel'],
    ['tramadol', 'toradol'],
  ])('%s is not meant by %s', (word, text) => {
    expect(found(word, text)).toEqual([]);
  });

  it('are none where two words could be meant', () => {
    const speller = new Speller(() => ['painfully', 'gainfully', 'pinefully']);
    expect(speller.meant('painffully')).toBe('painfully');
    expect(new Speller(() => ['lorazepan', 'lorazepam']).meant('lorazepaam')).toBe('lorazepam');
    expect(new Speller(() => ['clonazepam', 'clorazepam']).meant('cloazepam')).toBeNull();
  });

  it('leave known words alone', () => {
    expect(found('medication (a | meditation)', 'meditation a')).toEqual([]);
  });

  it('reach words that are also the beginning of others', () => {
    expect(found('(improv* | improvement) noted', 'improvment noted')).toEqual(['improvment noted']);
    expect(found('improvement & !improv*', 'improvment')).toEqual([]);
  });
});
