/** Given names that are frequent in world news, with the gender of their bearers. */

/** The gender of a given name; `either` if it is common for both. */
export type NameGender = 'female' | 'male' | 'either';

let loaded: ReadonlyMap<string, NameGender> | null = null;

/** The given names, in lower case and without accents, read on the first call. */
export function readGivenNames(): ReadonlyMap<string, NameGender> {
  loaded ??= load();
  return loaded;
}

function load(): ReadonlyMap<string, NameGender> {
  const names = new Map<string, NameGender>();
  for (const [gender, list] of [
    ['female', FEMALE],
    ['male', MALE],
    ['either', EITHER],
  ] as const) {
    for (const name of list.trim().split(/\s+/)) names.set(name, gender);
  }
  return names;
}

const FEMALE = `
mehriban april june patience
aaliyah abigail ada adriana agnes agnieszka aicha aida aisha aishah aisling aiko akiko alejandra alexandra alexandria
alice alicia alina alisa alison allison alma alyssa amal amanda amber amelia amelie amina aminata amira amy ana anastasia
anastasiya andreea angela angelica angelina anita anja anjali ann anna annabel anne annette annie annika anouk antonia
anya anusha arabella ariana arianna asha ashley asma astrid audrey aurora ava ayesha aylin aysel aysun
azadeh barbara beatrice beatrix beatriz becky belinda bella bernadette bertha beth bethany betsy betty beverley beverly
bianca birgit bonnie brenda briana bridget brigitte britney brittany bronwyn camila camilla candice carla carly carmen
carol carole carolina caroline carolyn carrie catalina caterina catherine cathy cecilia celeste celia celine charlene
charlotte chelsea cheryl chiara chloe christina christine ciara cindy claire clara claudia colette colleen connie
constance consuelo cora corinne courtney cristina cynthia dagmar daisy dalia dana daniela danielle daphne daria darya
dawn debbie deborah debra deepika delia denise diana diane dilma dina dinara dolores dominique donna dora doris dorothy
edith ekaterina elaine eleanor elena elif elina elisa elisabeth elise eliza elizabeth ella ellen ellie elmira elsa
elvira emilia emilie emily emma erica erika erin ernestine esra estelle esther ethel eugenia eunice eva eve evelyn
fadumo faith fatema fatima fatma fatou felicia fernanda fiona flora florence frances francesca francine freya frida
gabriela gabriella gabrielle gail galina gemma genevieve georgia georgina geraldine gertrude ghislaine gina giorgia
giovanna gisele giulia gladys glenda gloria grace graciela greta gretchen guadalupe gulnara gwen gwendolyn hala hanan
hanna hannah harriet hatice hazel heather heba heidi helen helena helene helga henrietta hermione hilary hilda hillary
hina hira hiroko hollie holly ilaria imelda imogen inas indira ines ingrid irena irene irina iris irma isabel isabella
isabelle isla ivana ivanka ivy jacinda jacinta jackie jacqueline jade jamila jana jane janet janice janine jasmin
jasmine jean jeanette jeanne jelena jemima jenna jennie jennifer jenny jessica jill jo joan joanna joanne jocelyn
johanna josephine joy joyce juana juanita judith judy julia juliana julie juliet juliette justine kaja kamala
karen karin karina karla kate katarina katarzyna katerina katharina katharine katherine kathleen kathryn kathy
katie katja katrina katya kavita kayla keiko keira kelly khadija kiara kimberley kimberly kirsten kirsty kristen
kristin kristina kylie kyra lakshmi lana lara larisa latifa laura lauren laurie layla lea leah leanne leila lena leona
leonora lesley leticia leyla lia liana lidia lila lilian liliana lillian lily lina linda lindsay lindsey lisa lise liv
liz liza lizzie lois lola lorena loretta lori lorna lorraine louisa louise lourdes lubna lucia luciana lucille
lucinda lucy ludmila luisa luz lydia lynda lynette lynn lynne lyudmila mabel madeleine madeline madison maeve magda
magdalena maha mahnoor maja malala malgorzata malia mandy manon manuela mara marcela marcia margaret margarita
margot margrethe marguerite maria mariam mariana marianne marie marilyn marina marine marisa marissa marjorie
marlene marta martha martina mary maryam marzia matilda maud maureen maxine maya mayumi megan meghan mei melania melanie
melinda melissa mercedes meredith meryl meral mette mia michaela michele michelle mila mildred milena mina minnie mira
miranda miriam misaki mitzi moira mollie molly mona monica monika monique muna muriel myra myrtle nadezhda nadia nadine
nadya nana nancy naomi nargis nasrin natalia natalie natalya natasha nathalie nazanin neha nell nellie nicola nicole
nigar nina nora noor nour norma oksana olena olga olive olivia olympe oona ophelia oprah paige paloma pamela paola
patricia paula paulina pauline pearl peggy penelope penny petra phoebe phyllis pia polina polly pooja portia
preeti priscilla priti priya queenie rachael rachel rachelle rana rania raquel rashida rebecca regina reem
renata renee rhian rhiannon rhonda rita roberta robin rochelle rosa rosalia rosalind rosario rose rosemary rosie roxana
roxanne ruby rukhsana ruth sabina sabine sabrina sadia sakura sally salma samantha samira sana sandra sandrine sandy
sanna sara sarah sasha saskia savannah scarlett selena selma serena sevinj shabnam shakira shannon sharon sheena sheila
shelley sherry shirley siobhan simone simona sinead sofia sofie sonia sonja sonya sophia sophie stacey stacy stefania
stefanie stella stephanie sue suella sumaya sunita susan susana susanna susanne suzanne sveta svetlana sviatlana sybil
sylvia sylvie tabitha tamar tamara tammy tania tanya tara tatiana tatyana taylor tegan teresa teresita tessa thelma
theresa tiffany tilda tina toni tonya tracey trudy tulsi uma urmila ursula usha valentina valerie vanessa
vera veronica veronika vicky victoria viktoria viola violet violeta virginia vivian viviane vivien vivienne wanda wendy
whitney wilma winifred winnie xenia ximena xiomara yasmin yasmine yekaterina yelena yevgenia yoko yolanda yulia
yuliya yumi yvette yvonne zahra zainab zara zarina zeinab zeynep zoe zofia zuzana
abena achieng adaeze adwoa agata ailsa ainhoa aino aishwarya akinyi akosua alessia alyona anfisa anjana anke anneli
antje antonella aoife aparna archana arlene astri aung-san aurelie ayse ayumi azar beata begona benedetta bess bhavna
biljana birgitta birte bojana bozena britta bronagh camille capucine carlotta catriona chidinma chioma chitra clemence
clotilde conceicao daiva dalal darina darlene deirdre delphine dewi divya donatella dorota dorthe dragana edna eeva
effie eileen eilidh elisabeta elke elodie elspeth emanuela emiko emine emmanuelle enid eszter ewa fabienne fadime
farzaneh federica filipa folake frauke freda fumiko funmilayo galya gaynor geeta gita glenys golnaz gordana
grainne grazyna gudrun gudula gunilla halina hana haruka hayley hedvig heidrun heike helle hettie hiba hildegard hulya
ida ieva ifeoma ildiko ilona ilse ilze indu inga ingeborg ioana iryna isobel itziar iwona jadwiga jasna jaya jitka joana
jolene judit jurate jutta jyoti kaisa kalpana karola karolina katalin kateryna katrin kayleigh kazuko keisha kersti
kerstin kinga klavdia krystyna ladan laetitia laleh lamia lata latoya leela leire lenka leonie lerato lesia liis lindiwe
liselotte ljiljana lottie lucie lucrezia ludmilla ludovica luisella lyubov madalena madhuri mafalda mahsa maire malwina
mamie mamta manal maneka manisha margarete maria-jose mariangela maribel maricela marisol marjatta marlies masih
mathilde meena meenakshi meera megawati mhairi michela michiko mihaela milada milica millie mireille mirjana montserrat
morag mounira moya murielle nahid naima najat naledi nalini nandini naoko narges nasreen nataliia nawal nazli nerys
nesrin nettie nevena ngozi niamh nilufer nisha njeri nkechi noemie nomsa nomvula noriko nuala nurcan nuria nyambura
odile olha oonagh orla ornella orsolya ozlem padma paivi parisa pascale pernille pratibha putri rabia radha raffaella
ragnhild raisa rajaa raluca rani rasa rasha rashmi reiko rekha renate renu riitta rimma ritu roisin rosalyn rosamund
rosanna roswitha rowena rukmini ruta sachiko salwa sarita satu savita segolene shanice shanti shashi sheela sherri
sheryl shirin shobha shohreh shona sian sibel sibongile sigrid sigrun silke silvana silvia siti siwan smita snezana
solene solomiya solveig sonal soraya sorcha souad sri sudha sujata sushma svenja swati tamika tamsin tess tetiana thais
thandi thandiwe tiina tilly titilayo tomoko trish tugba tuula ulla ulrike urszula ute valeria vandana veronique vesna
vidya virginie vlasta waltraud wangari wanjiru wieslawa xiu yetunde yolande yoshiko yuki yuliia yumiko zanda zanele
zdenka zhanna zorica zsuzsanna zuzanna chandrika retno vivica kellyanne`;

const MALE = `
aaron abbas abdel abdul abdulaziz abdulla abdullah abdullahi abdulrahman abraham abu adam adel adil adnan adolf adrian
adriano ahmad ahmed aidan akbar akhmed akira alan alasdair alastair albert alberto aldo alec alejandro aleksandar
aleksander aleksandr aleksei aleksey alessandro alexander alexandre alexandros alexei alexey alexis alf alfonso alfred
alfredo ali alireza alistair aliyu allan allen alonso alphonse alvaro alvin amadou amar ambrose amin amir amit amos
anatoly anatoliy anders andre andreas andrei andres andrew andrey andrii andriy andrzej andy angelo anil ankit ansel
anthony antoine anton antonio antonis antony anwar archibald archie ardalan ariel arif armand armando armen arnaud
arnold aron arsen arthur artur arturo artyom arun arvind asad asghar ashok ashraf asif aslan atif augustin
augusto avi axel ayman aziz babak bahadur baltasar barack barnaby barney barry bart bartosz basil bashar bashir bastien
ben benedict bengt benicio benito benjamin benny bernard bernardo bernd bernie bert bertrand bilal bill billy bjorn
blaise bob bobby bogdan boris brad bradley brandon brendan brett brian bruce bruno bryan bryce burak burhan byron caleb
callum calvin cameron carl carlo carlos carlton carsten caspar cecil cedric cem cesar chad charles charlie chester
chidi chinedu chris christian christoph christophe christopher chuck ciaran claude claudio clay clayton clement cliff
clifford clint clinton clive clyde cody colin connor conor conrad constantin constantine cornelius cory craig cristian
cristiano cuthbert cyril cyrus damian damien damon dan daniel daniele daniil danny dante dario darius darrell darren
darryl daryl dave david davide davit davy dean declan deepak demetrios denis dennis denny denys derek dermot derrick
desmond devin dick didier diego dieter dietrich dilip dimitri dimitris dimitrios dinesh dirk dmitri dmitriy dmitry
dmytro domenico dominic don donald donnie donovan doug douglas drew duane dudley duncan dustin dwayne dwight
dylan eamon ed eddie edgar edmond edmund edoardo eduard eduardo edward edwin efrain egor ehud elbert
elchin eldar eldon eli elias elijah elliot elliott elmar elmer elon elshan emanuel emil emile emilio emin
emir emmanuel emomali enda enrico enrique eric erich erick erik ernest ernesto ernst errol ervin erwin esteban
ethan etienne eugen eugene evan evander evgeny ewan ezekiel fabian fabien fabio fabrice fabrizio fahad faisal farhad
farid farouk faruk fathi federico felipe felix ferdinand ferenc fernando fidel filip filippo finlay finn florent florian
floyd francesco francis francisco franco francois frank frankie franklin franz fraser fred freddie frederic frederick
frederik friedrich fritz fuad fyodor gabor gabriel gamal garang gareth garry gary gaston gavin gaetano gene gennady
geoff geoffrey georg george georges georgi georgios georgy gerald gerard gerardo gerhard gerry gianluca giacomo
gianni gideon gil gilbert gilberto gilles gino giorgi giorgio giovanni giulio giuseppe glen glenn goran gordon
graeme graham grant greg gregg gregoire gregor gregory grigory grzegorz guido guillaume guillermo gunnar gunter gus
gustav gustavo habib hafiz haider hakan hakim hal hamad hamdi hamdullah hamid hamza hannes hans hao harald haris
harish harold haroon harris harrison harry harun harvey hasan hashim hassan hayden heath hector heikki heiko heinrich
heinz helmut hendrik hennadiy henri henrik henrique henry herbert herman hernan herve hideki hikmet hiroshi horace horst
hosni howard hubert hugh hugo humberto humphrey hussain hussein huseyn husein iain ian ibrahim idris ignacio igor ihor
ikram ilham ilya ilyas imad imran ioannis irakli irfan irving isa isaac isaiah ishaq ishmael ismail ismayil
issa istvan ivan ivo jabari jack jackson jacob jacques jaime jair jake jakob jakub jalal jamal james jamie jamil jan
janez janos jared jaroslav jarrod jarvis jason jasper javad javed javier jay jean-claude jean-luc jean-marie jean-paul
jean-pierre jed jeff jefferson jeffrey jens jeremiah jeremy jerome jerry jesper jesse jesus jim jimmy joachim joao
joaquin joe joel joerg johan johann johannes john johnny jon jonah jonas jonathan joost jordi jorg jorge jose josef
joseph josh joshua josip jozef juan judd juergen jules julian julien julio julius junaid junichi junior jurgen
justin justus kabir kader kai kalle kamal kamil kamran kareem karel karim karl karol kaspar kazimierz keith ken kendrick
kenji kenneth kenny kent kenzo kevin khagan khaled khalid khalifa khalil khamis kieran kirk kirill klaus kofi konrad
konstantin kristian kristof krzysztof kumar kurt kwame kyle kyriakos lachlan lamar lamont lance larry lars laszlo laurence
laurent lawrence lazar lee leif leland len lennart lenny leo leon leonard leonardo leonel leonid leopold leroy leszek
lewis liam linus lionel lloyd logan lorenzo lothar lou louis luc luca lucas lucian luciano lucien ludovic ludwig luigi
luis luiz lukas luke luther lyle lyndon maciej mads magnus mahamadou mahatma mahdi mahmood mahmoud mahmud majid makoto
malcolm malik mamadou mamdouh mammad manfred mansour manuel marat marc marcel marcelo marcin marco marcos marcus marek
mariano marin mario marius mark marko markus marlon marten martin marty marvin marwan masoud massimo mateo mateus
mateusz mathias mathieu mats matt matteo matthew matthias matthieu matti maurice mauricio maurizio mauro max maxim maxime
maximilian maxwell mehdi mehmet mel melvin meng mervyn mesut michael michal michel mick miguel mihai mike mikael
mikhail mikheil miklos milan miles milo milos milton mircea mirko mitch mitchell mohamad mohamed mohammad mohammadreza
mohammed mohsen moises monty mordechai morgan morris mortimer moses moshe moussa muammar mubarak muhammad muhammadu
mukesh murad murat murray mustafa mustapha nabil nacer nadeem nader nahum najib namik narendra naseem naser nasir nasser
nate nathan nathaniel navid nawaz nazim ned neil nelson nemat nestor neville nicholas nick nickolas niccolo nico nicolae
nicolai nicolas nicolo niels nigel nihad nikita nikol nikola nikolai nikolaos nikolas nikolay nikos nils nizar noah noel
nolan norbert norman nursultan obadiah octavio olaf ole oleg oleh oleksandr oleksiy oliver olivier olli olof omar
omer omid orkhan orlando orson osama oscar oskar osman oswald othman otis otto owen pablo paddy panagiotis paolo parviz
pascal pasquale patrice patrick patrik paul paulo pavel pavlo pawel pedro peng per percy perry perviz pete peter petr
petro petros petteri phil philip philipp philippe phillip pierre pierre-yves pieter pietro piotr pius prakash pranab
pravin przemyslaw qasim quentin quincy rabih radek rafael rafal rafiq rahul raj rajesh rajiv rakesh ralf ralph
ram rami ramil ramin ramiro ramiz ramon ramzan randall randolph randy raoul raphael rashad rashid rasmus rasul raul ravi
ray raymond recep reggie reginald reinhard reinhold rene reuben reuven rex reza ricardo riccardo rich richard rick rickey
ricky ridley rishi roald rob robbie robert roberto rocco rod roderick rodney rodolfo rodrigo rodrigue roel roger rohan
roland rolando rolf roman romano romelu romeo ron ronald ronaldo ronnie roosevelt rory ross rouhollah rovshan roy ruben
rudi rudolf rudolph rudy rufus rupert rune ruslan russ russell rustam ruud ryan saad sacha sadiq saeed saif
sajid saleh salem salim salman salvador salvatore sam sami samir samson samuel samy sander sandor sanjay santiago
santosh satoshi saul scott sean sebastian sebastien selim serge sergei sergej sergey sergio serhii serhiy seth
seymour shahbaz shahid shakil shane sharif shaun shawn sheldon sherman shigeru shimon shinzo shoaib shuja sid sidney
siegfried sigmar silvio simeon simon slobodan sohail solomon soren spencer spiro stan stanislav stanley stefan stefano
steffen steinar stephan stephane stephen sterling steve steven stewart stig stuart subhash sujit suleiman suleyman
sundar sunil suresh sushil sven syed sylvain sylvester tadeusz taha taher takashi takeshi talal tamas tareq tariq taro
tarun tayyip ted teddy teemu teodor terence terrence terry theo theodor theodore theresia thiago thibaut thierry thomas
thor thorsten tiago tibor tim timo timothy timur titus tobias toby todd tom tomas tomasz tommaso tommy tony tor torsten
travis trevor tristan troy tshepo turgut tyler tyrone ulf ulrich umar umberto umit upendra uri usman uwe vaclav vadim
vagif vahid valentin valentino valeri valery valeriy vasco vasily vasyl ved vernon vicente victor vidar vijay viktor
vikram vince vincent vincenzo vinod virgil virgilio vitali vitaliy vitaly vito vladislav vladimir vlad volker volodymyr
vugar vusal vyacheslav waldemar walid wallace walt walter warren wasim wayne werner wes wesley wilbur wilfred
wilhelm will willem william willie willy wim winfried winston wojciech wolfgang woodrow xavi xavier yahya yair
yakov yanis yann yannick yannis yao yaroslav yasir yasser yasuo yehuda yevgeny yevgeni yiannis yitzhak yoav yoshi
yousaf youssef yuri yuriy yury yusuf yves zachary zack zaheer zaid zakaria zaki zane zbigniew zeljko ziad
ziyaddin zlatan zoltan zoran zubair zygmunt
aarne abdelaziz abdelfattah abdelhamid abdelkader abdelkarim abdelmajid abdelmalek abdi abdirahman abdiweli abdoulaye
abdulkadir abe abhishek abhisit abiy aboubakar adem adolfo adriaan adrien afanasy afonso agostino agron agus
agustin ahmadreza ahmet ahti aime ajay ajit ajith ake akhilesh aksel akshay akwasi alain alassane albrecht aled alessio
algirdas alikhan almazbek alois aloysius alphonsus amartya amintore amirhossein anand anatole anatoli andrej andrus
angelino angus anibal anies antonio-carlos antti anupam apostolos ararat arash aravind arben ardeshir arie aristotelis
arjen arjun arkady armin arne arnis artak artan artem arto asbjorn ashish ashwin askar askarbek aslam atal atta attila
attilio atul aurelien aurelio avigdor avraham ayaz aydin ayrton ayub bahram bakary bakhyt balazs baldomero bambang
bartlomiej basuki behrouz bekir bela benigno bento benyamin beppe berik bernabe bettino bharat bhupinder bidzina bijan
bimal binali binyamin birendra birger bjarne blagoje boaz bodo boguslaw bohumil bohuslav bongani bongbong borislav borje
bosko boubacar boyko bram branislav branko brice bronislaw budi bujar bulent burkhard caio calin camilo carmelo catalin
cathal cees celso cemal cengiz cesare chandrababu charalambos cheikh chet chinua christos chukwuemeka chukwuma
ciprian ciro claudiu claus cletus cormac corneliu corrado cosimo cosmin costel csaba czeslaw dacian dafydd dainius
dalibor daniyar dariush dariusz daud daulet dauren debretsion dejan delcidio demba demeke detlef devendra dharmendra
diarmuid dietmar digvijay dimitar djibril dogan donal donato doru dov dragan dragoljub dragutin duarte duc dumitru durao
dusan ebele eberhard ebrahim eckart edi edmon edouard edson eero egil egon eike einar eino eirik eitan ejaz ekkehard
ekrem eladio eldaniz elio elnur elwood emanuele emeka emiliano emmerson emmett emre emrys engin ennio ennis eoin ercan
erdal erkki erlan ermanno ersin esko esmail ettore euan evangelos evgeni evo ezer ezio ezra fabricio fadi fahrettin faiz
falk faraj fares farooq farouq farzad fatih fatmir fausto fawzi fayez fazal fedor felicien fergal fergus feridun fermin
fernao ferruccio fikret fionn flavio fode fotis franck frans frantisek friedhelm fulvio gadi gael gaetan galym ganesh
garegin gaspar gatot gaurav gautam gebhard geert geir gennadi gennaro geoffroy geraldo gerd gergely gernot gerrit gert
gethin getulio gevorg geza gezim ghassan gheorghe ghislain gholam ghulam giampiero gian giancarlo gianfranco gianluigi
gianmaria gianpaolo giga gilmar girija girish girma girts gitanas gleb gokhan gonzalo goodluck gopal gosta gotabaya
gottfried govind gualtiero guglielmo gunther gurban gurbanguly gwyn gyorgy gyula haakon hadi hafeez haile hailemariam
haitham halil haluk halvor hamidreza hamish hans-dietrich hans-georg hans-peter hardeep hartmut havard hayk hazem
heiner heinz-christian helder helge hemant henk henning henryk heriberto hernando hideo hikmat hiroki hisham holger
hooman horacio horia hossein hovik hristo hryhoriy hugues hulusi huseyin hussam huw hywel ibrahima ichiro idrissa ieuan
ignatius ignazio ihab ike ikechukwu ilias ilie ilir ilkka imre indrajit ingemar ingo ingvar ioan ionut iosif iqbal
iraj ireneusz irv isaias isao isidro islom ismael issam issoufou italo itamar iulian ivano ivaylo ivica jaap jaber
jabu jacek jacinto jacky jagdish jan-peter janis janusz jari jarkko jarmo jaromir jaroslaw jaswant jayant jean-baptiste
jean-charles jean-francois jean-jacques jean-louis jean-michel jean-philippe jean-yves jehangir jeremie jerker jeroen
jerzy jindrich jiri jitendra joaquim jochen joko jomo joop jorgen jorma jostein jozsef juan-carlos juanito juha juhani
jukka junichiro juris jurriaan jussi kadir kadri kailash kairat kais kakha kalman kamaladdin kamau kapil karan kari
kariuki karl-heinz karoly karsten kartik kassym-jomart katsuya kaveh kayode kazem kazuo kees kemal kenan kenichi kenta
kestutis keyvan kgalema khadga khanh khawaja khurram kidane kimani kipchoge kiril kishore kiyoshi kjell kjell-ake
klemens knut koen koichi koji kojo konstantinos kostas krasimir kreshnik krishna krisjanis kristoffer krystian kuldeep
kunal kwabena kwadwo kwaku kwesi ladislav laith lajos lalit lalu lamberto lassana laurens laurentiu lauri laxman lazaro
leandro lefteris lem leoluca levent liaquat lisandro liviu ljubomir loic luay lubomir lubos ludek ludger luhut luka
lukasz lulzim lungi lutz maarten macky madhav mahathir mahendra maher mahesh mahfud mahinda maina maithripala majed
maksim mamady mamoudou mamuka mandla mangosuthu manish manlio manmohan manoel manohar manoj manolis manolo manouchehr
mansur maqsood marcelino marcello marcio markku marnix martti masahiro masaru masato masayoshi massoud matvei
maulen mauno maximo mazen mbulelo mcebisi mehrdad meinhard meles mengistu merle metin mevlut mian micheal mieczyslaw
mihaly mika mikolaj milenko milind milivoj milomir miloslav mindaugas minoru miodrag miroslav miroslaw mladen mlungisi
moataz moctar modibo moeen mogens mohan moin mojtaba momcilo momir moncef mostafa moti mounir mpho mubashir mugur
muharrem mukul mulatu mulayam munawar munir murdo mushtaq mwai mwangi mzwanele nadim naftali nagendra naguib nahuel naji
namig naoto naresh nasr natan natig naveen navin nawab nayef nayib nebojsa necmettin nello nemanja nenad nhlanhla niall
nicanor nidal niek nii nikhil nino nirmal nitin nitish njabulo njoroge nnamdi noboru nobuo norberto noureddine
novak novruz nuhu numan nuno nurlan obinna ochieng octavian odd-arne odhiambo odinga ofer ognyan oisin okechukwu olavi
olusegun oluwaseun oluwole olzhas omondi omprakash omran omurbek ondrej onyango oreste orhan orjan ortwin orville osamu
osmo osvaldo otavio otieno otmar ottavio ottmar oumar ousmane ovidiu oystein ozgur padraig pankaj panos parag pascual
patricio pavlos pekka pentti pervez petre petri phuc pierluigi piero piet pim piyush plamen platon polad pontus poul
prabhakar prabowo prachanda pradeep prafulla pramod prashant pratap praveen prayut preben predrag prem premysl
purushottam pushpa qais qamar qassem rachid radoslaw radovan radu radwan raed raffaele rafik raghav raghuram
raheel raila raimonds raimundo rainer rajat rajendra rajnath rakhmon ramesh ramush ramzi ranil ranjan ranjit rasim ratan
ratko ravindra razvan regis rehman reinaldo reiner remi remy renan rens renzo revaz rhodri rhys riad rickard ridha
ridvan rigoberto rik rimantas rino risto riyad roderich rodion roelof rogelio rohit romain ronan rosen rosendo rostislav
rotimi ruairi ruaridh rudiger rufat ruggero rumen ryszard ryu ryuichi sabri sachin sadyr saeb safwan sajjad sakari salah
salif salomon samad samvel sanath sandeep sandiaga sandro sanjeev sapar sarath sarfraz sasa satish satoru satya sauli
saverio seamus sebastiao segun seiji sekou selahattin semyon sepp seppo serdar sergiu serik serkan serzh severino seydou
shadi shafqat shahin shahram shahzad shankar sharad shashank shaukat shaul shavkat shehbaz shigeo shinichi shivraj
shlomo shoichi shota shpend shunsuke shyam siamak sibusiso siddharth siegmar sigmund sigurd sikandar silas silvano sipho
sirisena sitaram siyabonga sizwe skender slavko slawomir somnath sooronbay sorin souleymane sourav spyros srdan srettha
stanimir stanislaw stavros stelios stepan stipe stjepan suat subramanian sudhir sukhbir sukru sumit surendra surjit
susilo susumu sven-goran svyatoslav sybrand szabolcs szymon tabare tadashi tadhg tahsin takeo takis talgat tansu tapio
taras tarek tarja tatsuya tawfik tebogo tedros temir temur tendai teodros terje tetsuya teun thabo thad thaksin thanasis
themba theodoros theun thibault thijs thilo thorbjorn thulani tidjane tigran tihomir tilman timofei timon tinashe
tiziano tjeerd todor tofig toivo tomislav torbjorn tornike toru toshiro traian troels trond trygve tsutomu tsvetan tudor
tuncay tunde tuomas tural turgay tushar tymofiy tzachi uche uday uddhav ugo ugur uhuru uli ulises ulli ulukbek ulysses
umaru umesh urbano urho uzi vahan vaino vakhtang valdis valentyn valerio vangelis vardan vasant vasile vassilis vazgen
vedat veikko veit veli venkaiah venkat venkatesh veselin viggo vikas vilayat vinay viorel virat virginio vishal vitalii
vittorio vivek vladan vlastimil vojislav vojtech volkmar vsevolod vuk vusi vytautas wael wafula waleed walther wanyama
waqar wendelin wieslaw wilco wilfredo wilfried willem-alexander wiranto witold wlodzimierz wole wouter xolani yaakov
yahia yakubu yalcin yariv yasar yashar yashwant yasin yasuhiro yavuz yefim yegor yehoshua yemi yerlan yerzhan yevhen
yigal yigit yildirim yisrael yogendra yohannes yoichi yordan yoshihide yoshihiko yossi younes youssouf yousuf yukio
yutaka zafar zafer zahid zakhar zakir zaza zdenek zdravko zdzislaw zeca zeev zeke zeki zhivko zhomart zlatko zsolt
zuhair zulfikar zulfiqar zurab zviad zvonimir zweli zwelinzima radoslav jeb darran brent boyd clark dallas doyle drake earl ellsworth everett forrest garland garrett grover hollis jarrett kip kyler lorne mack marshall monroe nash orrin porter preston reed royce sawyer thurgood thurman tucker vance vaughn weldon wendell wiley wyatt`;

const EITHER = `
addison aleksa alex andrea ange asha ashton aubrey avery bailey billie blair blake brook
brooke casey cary chi-fung christy corey dakota dale dana darcy dee deniz devon drew ellis emerson
 farah fei finley frankie gerry harley harper hayden hui huong ira
jamie jing jody jordan jackie jesse jin joss jules kelly kelsey kendall kerry kim kit kiran lane leigh leslie
 ling lou marion mackenzie marley ming morgan nicky nour nuri parker pat
pei quinn ray reese riley robin rowan rui sandy sasha sawyer shay shelby sidney skyler stevie
sydney tan terry tracy xiao xin yu zhen zion
gabriele marian wafa ismet ihsan harsha adama nika
sam chris charlie nicola simone michele joan jean laurence jocelyn alexis camille claude dominique vivian lindsay hilary amal
iman ariel lee`;
