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
karen karin karina karla kate katarina katarzyna kate katerina katharina katharine katherine kathleen kathryn kathy
katie katja katrina katya kavita kayla keiko keira kelly khadija kiara kimberley kimberly kirsten kirsty kristen
kristin kristina kylie kyra lakshmi lana lara larisa latifa laura lauren laurie layla lea leah leanne leila lena leona
leonora lesley leticia leyla lia liana lidia lila lilian liliana lillian lily lina linda lindsay lindsey lisa lise liv
liz liza lizzie lois lola lorena loretta lori lorna lorraine louisa louise lourdes lubna lucia luciana lucille
lucinda lucy ludmila luisa luz lydia lynda lynette lynn lynne lyudmila mabel madeleine madeline madison maeve magda
magdalena maha mahnoor maja malala malgorzata malia mandy manon manuela mara marcela marcia margaret margarita
margot margrethe marguerite maria mariam mariana marianne marie mariana marilyn marina marine marisa marissa marjorie
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
theresa tiffany tilda tina toni tonya tracey trudy tulsi uma urmila ursula ursula usha valentina valerie vanessa
vera veronica veronika vicky victoria viktoria viola violet violeta virginia vivian viviane vivien vivienne wanda wendy
whitney wilma winifred winnie xenia ximena xiomara yasmin yasmine yekaterina yelena yevgenia yoko yolanda yulia
yuliya yumi yvette yvonne zahra zainab zara zarina zeinab zeynep zoe zofia zuzana`;

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
ziyaddin zlatan zoltan zoran zubair zygmunt`;

const EITHER = `
addison aleksa alex andrea ange asha ashton aubrey avery bailey billie blair blake brook
brooke casey cary chi-fung christy corey dakota dale dana darcy dee deniz devon drew ellis emerson
 farah fei finley frankie gerry harley harper hayden hui huong ira
jamie jing jody jordan jackie jesse jin joss jules kelly kelsey kendall kerry kim kit kiran lane leigh leslie
 ling lou marion mackenzie marley ming morgan nicky nour nuri parker pat
pei quinn ray reese riley robin rowan rui sandy sasha sawyer shay shelby sidney skyler stevie
sydney tan terry tracy xiao xin yu zhen zion`;
