/** Organizations: the words that mark their names, and well-known ones without such a word. */

/** A capitalised name with one of these as its last word, or before "of", is an organization. */
export const ORGANIZATION_HEADS: ReadonlySet<string> = new Set(
  listed(`academy administration agency airlines airways alliance army assembly associates association associations athletic attorney's
  authority bank bankers batallion battalion board bloc brigade brigades broadcaster broadcasting brotherhood bureau cabinet
  cartel caucus central chamber charity chronicle church circuit club coalition college collective comission commission
  commissariat committee commons commonwealth communications community company confederation confederacy conference
  conglomerate congress consortium constabulary consulate convention cooperative corp corporation council councils court
  courts daily department departments directorate diocese archdiocese division embassy emirates enterprise enterprises entertainment exchange faction faculty fc
  federation fellowship fleet force forces forum foundation front fund gang gazette echo courier argus bugle examiner advertiser bulletin sentinel group guard guards guild healthcare
  herald holding holdings house inc industries inquirer inspectorate institute institution institutes interpol
  investigations journal junta laboratories laboratory league legion legislature library llc llp lobby lords ltd
  magazine mafia militia militias ministries ministry mirror mission monitor movement museum network networks news
  newspaper newspapers ngo observatory observer office offices order orchestra organisation organization organizations
  organisations outlet panel parliament partners partnership party parties patrol pictures pharmaceuticals plc police post press
  prosecutors publishers record records regiment registry republicans democrats reserve review rotary school
  schools secretariat senate service services society solutions squad squadron studio studios sun supermarket symphony syndicate
  systems team tabloid taskforce technologies telegraph television theatre theater times tribunal tribune troop troops trust tv union
  unions unit united universities university ventures volunteers watch watchdog weekly workers
  airline clinic gallery lab bbc ministry's treasury navy airforce marines coastguard gmbh ag sa spa nv ab oy asa bv kg
  water power radio engineering materials energy motors steel electric chemicals foods telecom insurance railways oil gas
  mining newswire grill cafe brewery ferries shipping logistics
  government municipality co star rangers rovers wanderers albion dynamo athletics cossacks police's fbi org constituency`),
);

/** Companies, papers, agencies and parties with a single word or an opaque one as a name. */
export const KNOWN_ORGANIZATIONS: readonly string[] = split(`
Google;Facebook;Twitter;Microsoft;Apple;Amazon;Netflix;YouTube;Instagram;WhatsApp;TikTok;Telegram;Intel;Nvidia;Tesla;
SpaceX;Boeing;Airbus;Toyota;Volkswagen;Volvo;Siemens;Samsung;Sony;Nintendo;Huawei;Alibaba;Tencent;Baidu;Nokia;Ericsson;IBM;
Oracle;Uber;Airbnb;PayPal;eBay;Walmart;Disney;Pixar;Marvel;Ubisoft;Starbucks;McDonald's;Coca-Cola;Pepsi;Pfizer;Moderna;
AstraZeneca;Novartis;Bayer;Shell;BP;ExxonMobil;Chevron;Gazprom;Rosneft;Lukoil;SOCAR;Aeroflot;Lufthansa;Ryanair;Qantas;
Reuters;Bloomberg;Xinhua;TASS;Interfax;Al Jazeera;Agence France-Presse;Associated Press;RIA Novosti;Novaya Gazeta;
Kommersant;Izvestia;Pravda;Le Monde;Le Figaro;El País;Der Spiegel;Die Welt;La Repubblica;la Repubblica;Corriere della Sera;
Haaretz;The Guardian;The Independent;The Economist;The Age;The Australian;The Hindu;Dawn;Newsweek;Wikinews;Wikipedia;Politico;
Axios;BuzzFeed;Vox;Variety;Rolling Stone;Time Magazine;Playboy;Sputnik;Kyodo;Yonhap;Anadolu;Fox News;Sky News;MSNBC;
Taliban;Hamas;Hezbollah;Hizbullah;al-Qaeda;Al-Qaeda;al Qaeda;Al Qaeda;Islamic State;Boko Haram;al-Shabaab;Al-Shabaab;Houthis;Houthi;Fatah;
Likud;Fidesz;Syriza;Podemos;Brexit Party;Labour;Tories;Tory;Plaid Cymru;Sinn Féin;Sinn Fein;Fianna Fáil;Fine Gael;
Kuomintang;Greenpeace;Oxfam;Interpol;Europol;Eurojust;Frontex;Unicef;UNESCO;Unesco;Amnesty International;
Human Rights Watch;Transparency International;Doctors Without Borders;Médecins Sans Frontières;Red Cross;Red Crescent;
Save the Children;World Bank;United Nations;European Union;African Union;Arab League;Commonwealth of Nations;
Federal Reserve;Supreme Court;Bundestag;Bundesbank;Knesset;Duma;State Duma;Milli Majlis;Verkhovna Rada;Riksdag;Sejm;Congress;Pentagon;
Scotland Yard;Mossad;Shin Bet;Gestapo;Wagner Group;Wall Street Journal;Barclays;HSBC;Lloyds;Citigroup;Goldman Sachs;JPMorgan;
Morgan Stanley;Deutsche Bank;Credit Suisse;UBS;Nasdaq;Arsenal;Chelsea;Everton;Tottenham;Tottenham Hotspur;Real Madrid;
Juventus;Bayern Munich;Borussia Dortmund;Ajax;Benfica;Celtic;Ferrari;McLaren;Mercedes;Red Bull;Paris Saint-Germain;Nike;Adidas;
Church of England;Scientology;Vatican;Starlink;OpenAI;Anthropic;
Senate;Treasury;Parliament;Lok Sabha;Rajya Sabha;Dáil;Seanad;Storting;Folketing;Riigikogu;Saeima;Seimas;Stormont;Holyrood;Senedd;
Greens;Lib Dems;Liberal Democrats;Social Democrats;Christian Democrats;Politburo;Gardaí;Met Office;Home Office;Foreign Office;
Deutsche Welle;Euronews;Al Arabiya;Channel 4;NHK;RTÉ;RTE;Press Trust of India;USA Today;Forbes;Lancet;Bild;Handelsblatt;
Süddeutsche Zeitung;Libération;Asahi Shimbun;Daily Mail;Associated Press of Pakistan;LinkedIn;Yahoo;Foxconn;TSMC;Hyundai;Kia;
Renault;Peugeot;Stellantis;Nissan;Honda;Mazda;Suzuki;General Motors;Chrysler;Rolls-Royce;Lockheed Martin;Raytheon;
Northrop Grumman;TotalEnergies;Equinor;Petrobras;Pemex;Aramco;Saudi Aramco;Sinopec;PetroChina;Glencore;Rio Tinto;ArcelorMittal;
Infosys;Maersk;Ikea;IKEA;Tesco;Sainsbury's;Asda;Aldi;Lidl;Carrefour;Nestlé;Nestle;Unilever;Danone;Heineken;Roche;Sanofi;
GlaxoSmithKline;BioNTech;Merck;Johnson & Johnson;Procter & Gamble;Spotify;Snapchat;Reddit;Vodafone;Verizon;T-Mobile;Comcast;
Qualcomm;Cisco;Dell;Lenovo;Xiaomi;ByteDance;easyJet;EasyJet;Emirates;Etihad;KLM;Roscosmos;Rosatom;Sberbank;Yandex;VTB;Wagner`);

/** Initials that do not stand for an organization. */
export const NO_ORGANIZATION: ReadonlySet<string> = new Set(
  listed(`TV AM PM CEO CFO CTO COO MP MPs PhD DNA RNA HIV AIDS COVID GDP GMT UTC EST EDT PST PDT CET BST ID IQ AD BC BCE CE
  VIP UFO CCTV GPS CD DVD USB PC IT AI VR AR OK USD EUR GBP UK US USA UAE DC NYC LA TNT SUV ATM PR HR QC SC KC OBE CBE MBE MD
  BA MA BSc MSc MBA RSVP SOS ASAP FAQ URL HTML HTTP WWW PDF MRI CT ICU ER PTSD ADHD LGBT LGBTQ BDSM DIY II III IV VI
  VII VIII IX XI XII XIII XIV XV XVI CV CVs DJ DJs FM HQ IED IEDs LNG LPG NGO NGOs PVC RIP SMS STD TB WMD WMDs UN-led I A
  SARS MERS IPO ESG EU-wide GMO GMOs POW POWs MVP NSFW TBD THE AND OF IN ON AT TO FOR BY AS IS WE HE SHE NOT NO SO IF OR
  SUVs ICBM ICBMs UAV UAVs MiG WWI WWII MH PIN KM KG MW KW GW CO NH JPEG JPG PNG`),
);

/** Last words of names of places: streets, waters, buildings. */
export const PLACE_HEADS: ReadonlyMap<string, 'BUILDING' | 'CITY' | 'DISTRICT' | 'REGION' | 'SITE'> = new Map([
  ...listed(
    `airport arena auditorium cathedral abbey basilica castle centre center chapel courthouse dome factory fort fortress hall
    hospital hotel inn library mall mansion memorial monument mosque motel palace planetarium prison penitentiary refinery
    stadium station synagogue temple terminal theatre theater tower towers warehouse complex embassy jail ground speedway raceway racecourse ballpark depot aquarium zoo
    barracks pavilion rink cinema lodge lighthouse shrine monastery priory convent`,
  ).map((word) => [word, 'BUILDING'] as const),
  ...listed('city town township village').map((word) => [word, 'CITY'] as const),
  ...listed('borough district neighborhood neighbourhood suburb ward quarter').map(
    (word) => [word, 'DISTRICT'] as const,
  ),
  ...listed(
    `county province oblast okrug krai governorate prefecture state republic region territory territories island islands
    peninsula archipelago isles isle atoll valley mountains hills desert coast gulf sea ocean plateau shire emirate canton`,
  ).map((word) => [word, 'REGION'] as const),
  ...listed(
    `avenue road street boulevard lane drive highway motorway freeway interstate parkway square plaza bridge tunnel park river creek
    lake bay beach canal channel strait falls forest glacier harbor harbour port mount mountain peak volcano pass reef
    gate garden gardens cemetery campus camp base basin dam farm field reserve reservoir ridge trail way crossing checkpoint pier dock marina cape cave hill swamp marsh sound
    heights crescent terrace wharf quay promenade estate meadow meadows resort shoal vineyard mine quarry junction roundabout
    underpass flyover viaduct wetlands lagoon fjord loch lough delta rainforest gorge canyon ravine rapids headland cliffs dunes`,
  ).map((word) => [word, 'SITE'] as const),
]);

/** Words before the name of a place: "Lake Baikal", "Mount Etna", "Fort Hood". */
export const PLACE_PREFIXES: ReadonlySet<string> = new Set(
  listed(
    'Lake Mount Mt Fort Ft Cape Port Gulf Strait Isle Saint St Sea Bay Camp Santa San Los Las El Puerto Rio Monte River Co County',
  ),
);

/** Heads that are surnames too: "Jonah Hill". */
export const SURNAME_HEADS: ReadonlySet<string> = new Set(
  listed(`hill field park forest bank banks lake rivers marsh beach cave way pass ward mount bridge castle church temple abbey
  garden house court post page lane street guard power stone wood woods ford dale moor reed dam brook hall sun state`),
);

/** Words after initials that mark an organization: "BBC News". */
export const KNOWN_ACRONYM_HEADS: ReadonlySet<string> = new Set(
  listed('news radio tv sport online world studios sports'),
);

/** Well-known initials, which count even if an ordinary word has the same letters. */
export const KNOWN_ACRONYMS: ReadonlySet<string> = new Set(
  listed(`UN EU NATO NASA FBI CIA NSA FSB KGB GRU SVR MI5 MI6 BBC CNN ABC CBS NBC NPR PBS AFP AP BNP ITV RT TASS FIFA UEFA IOC NBA NFL NHL
  MLB UFC PGA ATP WTA FIA UNESCO UNICEF UNHCR UNRWA IAEA IMF WTO OPEC OECD OSCE ICC ICJ ECB ECHR NHS FDA CDC EPA FAA FCC FTC SEC DEA ATF
  ICE TSA FEMA NOAA USGS USAID HSBC BP IBM BMW AMD HP GE GM UBS SNP DUP UKIP AfD CDU CSU SPD FDP BJP ANC PLO PKK YPG AKP CHP HDP IRA ETA
  FARC ISIS ISIL IS IDF PLA CCP KMT ASEAN ECOWAS BRICS GCC CIS CSTO SCO APEC NRA ACLU NAACP PETA WWF MSF ICRC IFRC NAB KPMG ESA JAXA ISRO
  CERN MIT UCLA NYU LSE UCL MGM HBO ESPN AT&T`),
);

function listed(words: string): string[] {
  return words.trim().split(/\s+/);
}

function split(text: string): readonly string[] {
  return text
    .split(';')
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
}
