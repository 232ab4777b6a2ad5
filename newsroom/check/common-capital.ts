/** Words that English capitalizes although they are not names: months, weekdays, demonyms, titles. */

/** Whether the capitalized English word needs no link. */
export function isCommonCapital(word: string): boolean {
  if (/^I['’]/.test(word)) return true;
  const bare = word.replace(/['’]s$/u, '');
  return COMMON.has(bare) || isDemonym(bare) || (/^\p{Lu}+s?$/u.test(bare) && bare.length < 3);
}

/** "Azerbaijani", "Russian", "French", "Chinese", "Iraqi"; of a hyphenated word, every part must be one. */
function isDemonym(word: string): boolean {
  return word.split('-').every((part) => DEMONYMS.has(part.replace(/s$/, '')) || DEMONYM.test(part));
}

// Not "-an" alone: many given names end with it.
const DEMONYM =
  /^\p{Lu}\p{L}+(?:[^b]ian|[^s]ean|nese|lish|kish|nish|dish|wish|tish|stani|jani|raqi|raeli|deshi|wait[i]|Arabi|rican|xican|erman|mani)s?$/u;

const listed = (text: string) => new Set(text.split(/\s+/));

const DEMONYMS = listed(`French Dutch Welsh Greek Swiss Thai Turk Dane Swede Finn Pole Czech Slovak Croat Serb Kurd Arab
  Afghan Iraqi Iranian Saudi Emirati Qatari Yemeni Omani Somali Nepali Bengali Punjabi American African European Asian
  German Roman Norman Scot Scots Irish British English Danish Spanish Polish Swedish Finnish Turkish Jewish Jew Muslim
  Christian Catholic Protestant Orthodox Islamic Islamist Soviet Latin Western Eastern Northern Southern Tatar Chechen
  Uzbek Kazakh Kyrgyz Turkmen Tajik Azeri Cypriot Filipino Korean Texan Cuban Mexican Lao Slavic Nordic Baltic Balkan
  Communist Buddhist Hindu Sikh Democrat Democratic Republican Conservative Labour Liberal`);

const COMMON = listed(`January February March April May June July August September October November December Jan Feb Mar
  Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs
  Fri Sat Sun Mr Mrs Ms Miss Dr Prof Sir Dame Lord Lady President Vice Prime Minister Foreign Defence Defense Finance
  Interior Secretary General Chancellor Chairman Chairwoman Chair Governor Mayor Councillor Senator Representative
  Congressman Congresswoman Ambassador Envoy Professor Doctor Judge Justice Captain Colonel Major Lieutenant Sergeant
  Corporal Admiral Commander Commissioner Inspector Detective Constable Officer Chief Director Deputy Bishop Archbishop
  Cardinal Father Sister Brother Reverend Rabbi Imam Pope King Queen Prince Princess Duke Duchess Baron Count Saint State
  God Internet Web Christmas Easter Ramadan Eid Christmastime Earth English-speaking Covid Covid-19 COVID-19 By From Ltd GMT UTC EST EDT CET
  Inc Co Corp First Second Third Class Counselor Special Presidential`);
