/** Stop words: words that may have a capital but are never a name or the start of one. */

/** Words that begin sentences; months, days, and other words with a capital that are not names. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those his her their its our my your he she it they we i you him them us me who whom whose which what
  when where why how there here then thus hence so and or but nor yet for if because while although though unless until
  after before since as at by from in into of on onto off out over under up down to toward towards with within without
  about above across against along amid among around below beneath beside besides between beyond despite during
  except inside like near outside per than through throughout underneath unlike upon via regarding following concerning
  according also again however moreover furthermore meanwhile nevertheless nonetheless otherwise instead still already
  even just only not no yes never always often sometimes usually perhaps maybe indeed today yesterday tomorrow tonight
  now later earlier soon recently previously currently eventually finally first second third next last once twice
  one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion
  dozens hundreds thousands millions all any both each every either neither few many more most much several some such
  other another others same certain various is are was were be been being am do does did have has had will would can could
  may might must shall should let please thank thanks ok okay well oh hey hi hello dear i'm i've i'll i'd it's he's
  she's that's there's what's we're they're you're don't didn't doesn't isn't wasn't can't won't let's
  january february march april june july august september october november december jan feb mar apr jun jul aug sep sept
  oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun mondays fridays
  saturdays sundays christmas easter ramadan halloween thanksgiving hajj hanukkah diwali
  early late whether given asked speaking citing based born image photo picture file photograph video
  copyright credit source sources related read see note advertisement update updated breaking exclusive opinion analysis
  god gods earth internet web english covid covid-19 wifi app ios android coronavirus bitcoin
  left right inc. corp. est.`
    .trim()
    .split(/\s+/),
);

/** Small words inside a person's name. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de del della di da do dos das du des van von der den bin ibn bint al el la le ter ten zu y e ben abu ould oglu qizi ogly kyzy'.split(
    ' ',
  ),
);

/** Family names that come first in a name, or that show that it is a person's. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set(
  `kim park lee choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song moon hong wong chan chow cheung leung
  lam lau ng ho yeung tsang kwok tang chu lo mak yip fung ip lai tam li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu
  hu guo he gao lin luo zheng liang xie xi deng feng nguyen tran pham vo dang bui ngo tanaka suzuki sato watanabe ito yamamoto
  nakamura kobayashi kato abe singh kumar khan patel sharma gupta ahmed ali hussain smith jones williams brown johnson davis
  miller wilson moore taylor anderson thomas jackson harris martin thompson garcia martinez robinson clark rodriguez lewis
  walker hall allen hernandez lopez gonzalez perez sanchez ramirez torres rivera gomez diaz silva santos oliveira pereira costa
  mueller schmidt schneider fischer weber wagner rossi russo ferrari bianchi romano ivanov petrov smirnov kuznetsov popov
  aliyev mammadov hasanov huseynov murphy kelly o'brien o'connor o'neill sullivan mcdonald macdonald campbell stewart`
    .trim()
    .split(/\s+/),
);
