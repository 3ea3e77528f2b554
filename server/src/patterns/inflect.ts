/** Forms that no spelling rule gives; each line is one word. */
const irregular = `
be is are am was were been being
have has had having
do does did done doing
go goes went gone going
get gets got gotten getting
take takes took taken taking
give gives gave given giving
make makes made making
feel feels felt feeling
sleep sleeps slept sleeping
sit sits sat sitting
stand stands stood standing
lie lies lay lain lying
lay lays laid laying
drive drives drove driven driving
rise rises rose risen rising
arise arises arose arisen arising
fall falls fell fallen falling
break breaks broke broken breaking
keep keeps kept keeping
hold holds held holding
wear wears wore worn wearing
run runs ran running
lose loses lost losing
begin begins began begun beginning
wake wakes woke waked woken waking
awake awakes awoke awoken awaking
awaken awakens awakened awakening
show shows showed shown showing
bend bends bent bending
lift lifts lifted lifting
see sees saw seen seeing
find finds found finding
know knows knew known knowing
think thinks thought thinking
tell tells told telling
say says said saying
write writes wrote written writing
leave leaves left leaving
bring brings brought bringing
buy buys bought buying
seek seeks sought seeking
teach teaches taught teaching
catch catches caught catching
come comes came coming
become becomes became become becoming
overcome overcomes overcame overcoming
undergo undergoes underwent undergone undergoing
withdraw withdraws withdrew withdrawn withdrawing
draw draws drew drawn drawing
grow grows grew grown growing
throw throws threw thrown throwing
eat eats ate eaten eating
drink drinks drank drunk drinking
swim swims swam swum swimming
sink sinks sank sunk sinking
spring springs sprang sprung springing
shrink shrinks shrank shrunk shrinking
swell swells swelled swollen swelling
tear tears tore torn tearing
bear bears bore borne bearing
spread spreads spreading
hurt hurts hurting
cut cuts cutting
put puts putting
set sets setting
reset resets resetting
quit quits quitting
shut shuts shutting
let lets letting
read reads reading
lead leads led leading
mislead misleads misled misleading
feed feeds fed feeding
bleed bleeds bled bleeding
meet meets met meeting
send sends sent sending
spend spends spent spending
build builds built building
lend lends lent lending
deal deals dealt dealing
mean means meant meaning
hear hears heard hearing
sell sells sold selling
pay pays paid paying
repay repays repaid repaying
stick sticks stuck sticking
strike strikes struck stricken striking
choose chooses chose chosen choosing
freeze freezes froze frozen freezing
speak speaks spoke spoken speaking
steal steals stole stolen stealing
forget forgets forgot forgotten forgetting
ride rides rode ridden riding
hide hides hid hidden hiding
bite bites bit bitten biting
shake shakes shook shaken shaking
mistake mistakes mistook mistaken mistaking
undertake undertakes undertook undertaken undertaking
understand understands understood understanding
withstand withstands withstood withstanding
swing swings swung swinging
cling clings clung clinging
dig digs dug digging
win wins won winning
shoot shoots shot shooting
sew sews sewed sewn sewing
mow mows mowed mown mowing
kneel kneels knelt kneeled kneeling
die dies died dying
tie ties tied tying
can could
foot feet
tooth teeth
man men
woman women
child children
person persons people
knife knives
life lives
half halves
vertebra vertebrae vertebras
bursa bursae bursas
radius radii
stimulus stimuli
thrombus thrombi
criterion criteria
phenomenon phenomena
index indexes indices
apex apices apexes
`;

const groups = new Map<string, readonly string[]>();
for (const line of irregular.trim().split('\n')) {
  const forms = line.split(' ');
  // A base form owns its group; "lay" as a base is the verb to lay, although it is also a form of lie.
  groups.set(forms[0]!, forms);
}

const vowel = /[aeiouy]/;

/** Consonant, one vowel, consonant at the end, so that the last letter may double: stop, jog, refer. */
function closed(word: string): boolean {
  return /(?:^|[^aeiou]|qu)[aeiouy][^aeiouwxy]$/.test(word);
}

function plural(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

function verbForms(word: string): string[] {
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ied`, `${word}ing`];
  if (/(?:ee|oe|ye)$/.test(word)) return [`${word}d`, `${word}ing`];
  if (word.endsWith('ie')) return [`${word}d`, `${word.slice(0, -2)}ying`];
  if (word.endsWith('e')) return [`${word}d`, `${word.slice(0, -1)}ing`];
  const forms = [`${word}ed`, `${word}ing`];
  if (!closed(word)) return forms;
  const doubled = word + word.at(-1)!;
  const syllables = word.match(/[aeiouy]+/g)?.length ?? 0;
  // Which longer words double depends on their stress (refer, but offer), so they get both spellings.
  return syllables <= 1 ? [`${doubled}ed`, `${doubled}ing`] : [...forms, `${doubled}ed`, `${doubled}ing`];
}

/** The forms of a word as English spells them: plural or third person, past, -ing and 's; the word itself first. */
export function inflections(word: string): string[] {
  const forms = new Set<string>([word]);
  const group = groups.get(word);
  if (group) {
    for (const form of group) forms.add(form);
  } else if (word.length > 2 && vowel.test(word)) {
    forms.add(plural(word));
    if (word.endsWith('sis') || word.endsWith('xis')) forms.add(`${word.slice(0, -2)}es`);
    for (const form of verbForms(word)) forms.add(form);
  } else {
    forms.add(`${word}s`);
  }
  forms.add(`${word}'s`);
  return [...forms];
}
