/** Regions and cities that are frequent in world news: states and provinces, continents, seas, big cities. */

/** Parts of countries, and regions of several countries. */
export const REGIONS: readonly string[] = listed(`
Alabama;Alaska;Arizona;Arkansas;California;Colorado;Connecticut;Delaware;Florida;Hawaii;Idaho;Illinois;Indiana;Iowa;
Kansas;Kentucky;Louisiana;Maine;Maryland;Massachusetts;Michigan;Minnesota;Mississippi;Missouri;Montana;Nebraska;Nevada;
New Hampshire;New Jersey;New Mexico;North Carolina;North Dakota;Ohio;Oklahoma;Oregon;Pennsylvania;Rhode Island;
South Carolina;South Dakota;Tennessee;Texas;Utah;Vermont;Virginia;West Virginia;Wisconsin;Wyoming;Guam;
Alberta;British Columbia;Manitoba;New Brunswick;Newfoundland;Newfoundland and Labrador;Nova Scotia;Ontario;
Prince Edward Island;Quebec;Québec;Saskatchewan;Yukon;Nunavut;
New South Wales;NSW;Queensland;South Australia;Tasmania;Western Australia;Northern Territory;Victoria;
England;Scotland;Wales;Northern Ireland;Cornwall;Yorkshire;Lancashire;Kent;Essex;Sussex;Norfolk;Suffolk;Devon;Dorset;
Hampshire;Cheshire;Merseyside;Cumbria;Lincolnshire;Nottinghamshire;Oxfordshire;Surrey;Hertfordshire;Bedfordshire;
Catalonia;Andalusia;Galicia;Basque Country;Brittany;Normandy;Corsica;Alsace;Provence;Bavaria;Saxony;Hesse;Tuscany;
Lombardy;Sicily;Sardinia;Piedmont;Calabria;Veneto;Flanders;Wallonia;Crimea;Donbas;Donetsk;Luhansk;Transnistria;Chechnya;Dagestan;
Ingushetia;Tatarstan;Siberia;Nagorno-Karabakh;Karabakh;Abkhazia;South Ossetia;Nakhchivan;Anatolia;Kurdistan;
Gaza Strip;West Bank;Sinai;Golan Heights;Galilee;Kashmir;Punjab;Sindh;Balochistan;Khyber Pakhtunkhwa;Kerala;Tamil Nadu;
Karnataka;Maharashtra;Gujarat;Rajasthan;Uttar Pradesh;Madhya Pradesh;Andhra Pradesh;Telangana;West Bengal;Bihar;Odisha;
Assam;Manipur;Goa;Haryana;Jharkhand;Chhattisgarh;Uttarakhand;Himachal Pradesh;Xinjiang;Sichuan;Guangdong;Hubei;Hunan;
Henan;Yunnan;Fujian;Zhejiang;Jiangsu;Shandong;Inner Mongolia;Hokkaido;Okinawa;Fukushima;Java;Sumatra;Aceh;Bali;Borneo;
Sulawesi;Mindanao;Luzon;Rakhine;Rakhine State;Darfur;Tigray;Amhara;Oromia;Borno;Biafra;Puntland;KwaZulu-Natal;Gauteng;
Western Cape;Eastern Cape;Patagonia;Amazonas;Bahia;Oaxaca;Chiapas;Sinaloa;Sonora;Jalisco;Guerrero;Michoacán;Veracruz;
Africa;Asia;Europe;Antarctica;North America;South America;Latin America;Central America;Oceania;Eurasia;Middle East;
Near East;Far East;Southeast Asia;South East Asia;South-East Asia;East Asia;South Asia;Central Asia;Western Europe;Eastern Europe;
Central Europe;Northern Europe;Southern Europe;North Africa;West Africa;East Africa;Central Africa;Southern Africa;
Sub-Saharan Africa;Caribbean;Balkans;Caucasus;South Caucasus;North Caucasus;Scandinavia;Baltic;Baltics;Maghreb;Sahel;
Horn of Africa;Persian Gulf;Mediterranean;Mediterranean Sea;Black Sea;Red Sea;Baltic Sea;Caspian Sea;North Sea;
South China Sea;East China Sea;Sea of Japan;Yellow Sea;Arabian Sea;Aegean Sea;Adriatic Sea;Atlantic;Atlantic Ocean;
Pacific;Pacific Ocean;Indian Ocean;Arctic;Arctic Ocean;English Channel;Gulf of Mexico;Gulf of Aden;Strait of Hormuz;
Suez Canal;Panama Canal;Amazon rainforest;Sahara;Himalayas;Alps;Andes;Pyrenees;Silicon Valley;New England;Midwest;
Pacific Northwest;Long Island;Bay Area;Cape Canaveral;Mount Everest;Nile;Danube;Rhine;Volga;Mekong;Ganges;Euphrates;Tigris;
Thames;Gibraltar;Falkland Islands;Faroe Islands;Canary Islands;Channel Islands;Isle of Man;Jersey;Guernsey;Bermuda;
Cayman Islands;Virgin Islands;French Guiana;Guadeloupe;Martinique;Réunion;New Caledonia;French Polynesia;Curaçao;Aruba;Bonaire;
Cook Islands;American Samoa;Zanzibar;Lampedusa;Lesbos;Crete;Rhodes;Kowloon;Hong Kong Island;New Territories;Manhattan;Brooklyn;Bronx;
Queens;Staten Island;Harlem;Hollywood;Capitol Hill`);

/** Cities and towns that are in no other list here. */
export const CITIES: readonly string[] = listed(`
New York;New York City;NYC;Los Angeles;LA;L.A.;Chicago;Houston;Phoenix;Philadelphia;San Antonio;San Diego;Dallas;Austin;
San Francisco;Seattle;Denver;Boston;Detroit;Nashville;Memphis;Portland;Las Vegas;Baltimore;Milwaukee;Albuquerque;Tucson;
Sacramento;Kansas City;Atlanta;Miami;Oakland;Minneapolis;Saint Paul;St. Paul;New Orleans;Tampa;Orlando;Cleveland;
Cincinnati;Pittsburgh;St. Louis;Saint Louis;Indianapolis;Columbus;Charlotte;Raleigh;Durham;Honolulu;Anchorage;
Salt Lake City;Omaha;Tulsa;Oklahoma City;Fort Worth;El Paso;Buffalo;Rochester;Newark;Jacksonville;Fort Lauderdale;
Louisville;Richmond;Norfolk;Huntsville;Birmingham;Little Rock;Baton Rouge;Charleston;Savannah;Boise;Spokane;Tacoma;
Washington, D.C.;Washington D.C.;Washington, DC;Washington DC;D.C.;Cape Cod;Palo Alto;Mountain View;Cupertino;Berkeley;Pasadena;Long Beach;
San Bernardino;Fresno;Bakersfield;Sandy Hook;Columbine;Parkland;Uvalde;Ferguson;Greensboro;Evansville;Chapel Hill;
Toronto;Montreal;Montréal;Vancouver;Calgary;Edmonton;Winnipeg;Quebec City;Halifax;Hamilton;Saskatoon;Regina;Mississauga;
London;Manchester;Liverpool;Leeds;Sheffield;Bristol;Glasgow;Edinburgh;Cardiff;Belfast;Newcastle;Nottingham;Leicester;
Coventry;Bradford;Hull;Stoke-on-Trent;Plymouth;Southampton;Portsmouth;Brighton;Oxford;Cambridge;York;Bath;Norwich;
Aberdeen;Dundee;Inverness;Swansea;Derry;Londonderry;Luton;Dover;Salisbury;Cork;Galway;Limerick;
Sydney;Melbourne;Brisbane;Perth;Adelaide;Hobart;Darwin;Gold Coast;Newcastle;Auckland;Christchurch;Dunedin;Hamilton;
Marseille;Lyon;Toulouse;Nice;Nantes;Strasbourg;Bordeaux;Lille;Rennes;Calais;Cannes;Grenoble;Le Mans;
Munich;Hamburg;Frankfurt;Cologne;Stuttgart;Düsseldorf;Dusseldorf;Dortmund;Essen;Leipzig;Dresden;Hanover;Nuremberg;Bonn;Bremen;
Milan;Naples;Turin;Palermo;Genoa;Bologna;Florence;Venice;Verona;Bari;Catania;Pisa;Livorno;
Barcelona;Valencia;Seville;Zaragoza;Málaga;Malaga;Bilbao;Granada;Porto;Braga;
The Hague;Rotterdam;Utrecht;Eindhoven;Antwerp;Ghent;Bruges;Liège;Geneva;Zurich;Zürich;Basel;Lausanne;Davos;Salzburg;Graz;
Innsbruck;Linz;Gothenburg;Malmö;Uppsala;Bergen;Trondheim;Aarhus;Odense;Tampere;Turku;
Krakow;Kraków;Gdansk;Gdańsk;Wroclaw;Poznan;Lodz;Katowice;Brno;Ostrava;Debrecen;Cluj-Napoca;Timișoara;Timisoara;Plovdiv;Varna;
Thessaloniki;Split;Dubrovnik;Srebrenica;Novi Sad;Mostar;Tartu;Kaunas;
St. Petersburg;Saint Petersburg;St Petersburg;Leningrad;Novosibirsk;Yekaterinburg;Kazan;Nizhny Novgorod;Chelyabinsk;Samara;Omsk;
Rostov-on-Don;Ufa;Perm;Voronezh;Volgograd;Krasnodar;Sochi;Vladivostok;Grozny;Makhachkala;Kaliningrad;Murmansk;Belgorod;
Kursk;Bryansk;Tula;Tver;Ryazan;Irkutsk;Khabarovsk;Yakutsk;Saratov;
Kharkiv;Kharkov;Odesa;Odessa;Dnipro;Lviv;Zaporizhzhia;Mariupol;Kherson;Mykolaiv;Sevastopol;Simferopol;Bakhmut;Chernobyl;
Bucha;Poltava;Sumy;Chernihiv;Gomel;Grodno;Brest;
Ganja;Sumgait;Sumqayit;Shusha;Khankendi;Stepanakert;Gyumri;Batumi;Kutaisi;Sukhumi;Almaty;Shymkent;Samarkand;Bukhara;Osh;
Istanbul;Izmir;Antalya;Adana;Gaziantep;Diyarbakir;Bursa;Konya;Trabzon;
Aleppo;Homs;Hama;Idlib;Raqqa;Palmyra;Latakia;Mosul;Basra;Kirkuk;Fallujah;Erbil;Najaf;Karbala;Tikrit;Ramadi;
Tel Aviv;Haifa;Gaza;Gaza City;Rafah;Khan Younis;Hebron;Nablus;Jenin;Bethlehem;Nazareth;Sidon;Tyre;
Mecca;Medina;Jeddah;Dubai;Sharjah;Aden;Hodeidah;Taiz;Isfahan;Mashhad;Shiraz;Tabriz;Qom;Natanz;
Kandahar;Herat;Mazar-i-Sharif;Jalalabad;Kunduz;Karachi;Lahore;Peshawar;Quetta;Rawalpindi;Faisalabad;Multan;
Mumbai;Bombay;Delhi;Kolkata;Calcutta;Chennai;Madras;Bangalore;Bengaluru;Hyderabad;Ahmedabad;Pune;Jaipur;Lucknow;Kanpur;
Surat;Bhopal;Patna;Amritsar;Chandigarh;Kochi;Srinagar;Chittagong;Chattogram;Cox's Bazar;Pokhara;Kandy;
Shanghai;Guangzhou;Shenzhen;Chengdu;Chongqing;Tianjin;Wuhan;Nanjing;Hangzhou;Harbin;Xi'an;Urumqi;Kunming;Dalian;Qingdao;
Kaohsiung;Osaka;Kyoto;Nagoya;Sapporo;Hiroshima;Nagasaki;Kobe;Yokohama;Fukuoka;Sendai;Busan;Incheon;Daegu;Gwangju;Pyeongchang;
Ho Chi Minh City;Saigon;Da Nang;Hai Phong;Chiang Mai;Phuket;Pattaya;Mandalay;Surabaya;Bandung;Medan;Denpasar;Yogyakarta;Palu;
Cebu;Davao;Quezon City;Marawi;Penang;Johor Bahru;Banda Aceh;
Alexandria;Giza;Luxor;Port Said;Benghazi;Misrata;Casablanca;Marrakesh;Marrakech;Fez;Tangier;Oran;Sfax;Sousse;
Lagos;Kano;Ibadan;Port Harcourt;Maiduguri;Kaduna;Kumasi;Timbuktu;Gao;Goma;Bukavu;Lubumbashi;Mombasa;Kisumu;Entebbe;Gulu;
Arusha;Johannesburg;Durban;Soweto;Port Elizabeth;Bloemfontein;Bulawayo;El Fasher;Omdurman;Port Sudan;Mekelle;Douala;
Guadalajara;Monterrey;Tijuana;Ciudad Juárez;Ciudad Juarez;Cancún;Cancun;Acapulco;Puebla;Culiacán;
São Paulo;Sao Paulo;Rio de Janeiro;Rio;Salvador;Belo Horizonte;Fortaleza;Recife;Porto Alegre;Manaus;Curitiba;
Medellín;Medellin;Cali;Barranquilla;Cartagena;Guayaquil;Cusco;Arequipa;Valparaíso;Valparaiso;Concepción;Córdoba;Rosario;
Mendoza;Maracaibo;Santa Cruz;Chapecó;Guantánamo;Guantanamo Bay;Kingston;Aceh;Westminster;Canterbury;Windsor;Wembley;Stonehenge`);

/** Buildings and sites that are known everywhere. */
export const SITES: readonly string[] = listed(`
White House;Buckingham Palace;Kremlin;Eiffel Tower;Pentagon;Statue of Liberty;Times Square;Wall Street;Tiananmen Square;
Red Square;Trafalgar Square;Downing Street;Central Park;Ground Zero;World Trade Center;Notre Dame;Notre-Dame;Colosseum;
Taj Mahal;Golden Gate Bridge;Brooklyn Bridge;Berlin Wall;Mar-a-Lago;Camp David;Ramstein;Auschwitz;Grand Mosque;
Windsor Castle;Westminster Abbey;Guantanamo;Great Barrier Reef;Great Wall of China;Yellowstone;Yosemite;Grand Canyon;
Cape Town Stadium;Wembley Stadium;Old Trafford;Anfield;Madison Square Garden;Silverstone;Wimbledon;Pearl Harbor`);

function listed(text: string): readonly string[] {
  return text
    .split(';')
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
}
