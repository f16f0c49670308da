/** The words of a text written with spaces and line ends between them. */
function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** A pattern for any of these words, written with spaces between them; `_` stands for a space inside one. */
export function anyOf(text: string): string {
  return `(?:${words(text).join('|').replaceAll('_', ' ')})`;
}

/** A pattern that is made when it is first needed: making all of them takes as long as two starts of the program. */
export function pattern(source: string, flags: string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
}

/** A set of words that is made when it is first needed, as a pattern is. */
function lazySet(text: string): () => ReadonlySet<string> {
  let made: ReadonlySet<string> | undefined;
  return () => {
    made ??= new Set(words(text));
    return made;
  };
}

/**
 * First names common among children in England (birth registrations since about 2000), in lower case. Not here: names
 * that are months, or that notes of a council use as a word (will, mark, amber, max, summer …).
 */
export const FIRST_NAMES = lazySet(`
    aaliyah aaron abbie abdul abdullah abdulrahman abigail abubakar ada adam addison adele adrian ahmad ahmed aidan
    aiden aisha aishah aiza akash alana albie alex alexa alexander alexandra alexandru alexia alfie alice alicia
    aliyah alisha alissa amaan amani amara amelia amelie amina aminah amira amir amirah amy ana anais anaya andre
    andreea andrei andrew angel angus anika anisa anna annabel annabelle annie antoni anya aoife archer archie aria
    ariana arianna arjun arlo armaan arthur arya asha ashton asma athena aubrey audrey aurora austin ava avery awais
    ayaan ayah ayaz ayesha ayla ayub aziz bailey beatrice beau bella benjamin bethany betsy bilal billie billy blake
    bobby bodhi bonnie brandon brodie brooke bronwyn caleb callum cameron carla carmen casey caspian cassius
    catherine celine charlie charlotte chloe christian christopher cian ciara claudia clara cody cohen colby connor
    conor cora corey courtney cruz daisy dalia damian daniel daniela danielle danny dario darcey darcy david dawid
    declan delilah demi denis destiny dexter diana diego dilan dominic dominik dylan ebony edie edith edward effie
    eleanor elena eli eliana elias elif elijah elisa eliza elizabeth ella elle ellie elliot elliott ellis elodie
    eloise elsie emil emilia emily emma emmanuel emre enzo eric erin esmae esme esther ethan eva evan evelyn evie
    ezekiel ezra fahad faisal fatima fatimah felicity felix finlay finley finn fiona flora florence frankie fraser
    freddie frederick freya gabriel gabriela gabriella gabrielle gemma george georgia georgina gethin gianna gracie
    gracjan gulliver gurpreet habib hadi hadiya hafsa haider hailey hakim haleema hamish hamza hana hanna hannah
    harleen harley harlow harper harriet harris harrison harry harvey haris hasan hashim hassan hattie heidi helena
    henry hollie holly huda hudson hugo hugh husna hussain ibrahim idris ieuan ilyas imaan imani imogen imran inaaya
    inaya iman ioana ioan ines indie indiana iris isaac isabel isabella isabelle isha isla ismail ivan iylah izabela
    jacob jackson jaden jaiden jagger jaime jakub jamal jamie james jan jasmine jason jasper javier jax jaxon jaxson
    jayden jaydon jaylen jayla jemima jenson jeremiah jeremy jess jesse jessica jibril jimmy joanna joel johnny
    jonah jonathan joseph josephine joshua josh josiah jude julia julian juliette junaid juniper kacper kai kaiden
    kaira kaitlyn kamil karim karol karolina kasper kate katherine katie kayden kayla kayleigh kayson keeley keira
    kelsey kenzie khadija khadijah khalid kian kiara kieran kira koby kobi kristian kuba kyle kyra lacey laila lana
    lara laura lauren laurence layan layla layton leah leanne lennon lennox leo leon leonard leonardo leila lena
    leyla lewis lexi lexie libby lila lilah lilian lillian lillie lilly lily logan lola lottie louie louis louisa
    louise luca lucas lucia lucy luis lukas luke luna lydia lyla lyra mabel macie mackenzie macy maddie maddison
    madison mahdi mahir mahnoor maisie maja malachi malaika malik margot maria mariam marcel marcus mario marley
    martha martyna maryam mason mateo mateusz matilda matthew maurice maya mehmet megan melissa mia micah michael
    michal mikail mikolaj mila milan miles millie milo milosz miriam moesha mohamed mohammad mohammed molly morgan
    moses muhammad musa mustafa mya myla nadia naomi natalia natalie natan nathan nathaniel nell nevaeh niamh
    nicholas nicola nicole niall nikodem nikola nina noa noah noor nora norah nour ola oleksandr oliver olivia
    oliwia oliwier ollie omar ophelia orla oscar osman otis otto owen owais paige parker patryk peggy penelope penny
    phoebe piotr pippa poppy presley quinn rachel rafael rafferty rahim raihan ralph ralphie rania raphael rayan
    rayyan reece reggie remi reuben rhea rhiannon rhys ria riaz ricardo richard rihanna riley robbie robert roma
    roman romeo ronan ronnie rory rosa rosalie rosie rowan roxanne ruben rudy rufus ruqayyah rupert ruth ryan ryder
    saad safa saffron safiya sahar salma salman sam samantha samir samira samson samuel sana sanaa santiago sara
    sarah sasha savannah scarlett sean seb sebastian selma seren serena seth shahid shaun shay shayan shreya sienna
    simran skyla sofia sofija solomon sonny sophia sophie stefan stella stephanie stephen steven subhan sulaiman
    suleiman sumaya sumayyah surya swara syeda szymon tahmid taha tallulah talia tamara tamzin tanisha tariq tasnim
    teddy thea theo theodore theodora thomas tia tiana tiffany tilly timothy toby tomasz tommy travis tristan tyler
    tyrese umar usman vanessa vasile veronica victoria viktor vincent vinnie violet viktoria wiktor wiktoria willow
    william wilfred winnie wojciech xander xanthe xavier yahya yaqub yaseen yasin yasmin yasmine younis youssef yuki
    yusra yusuf yuvraj zac zach zachariah zachary zack zahra zain zainab zak zakariya zara zayan zayd zayn zayna
    zeeshan zeynep ziva zofia zoe zoya zuzanna zunaira
  `);

/** Words with a capital in notes of a council that are neither a child's name nor a place, in lower case. */
export const COUNCIL_WORDS = lazySet(`
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur
    thurs fri sat sun spring summer autumn winter easter christmas ramadan eid diwali half term today tomorrow
    yesterday the a an and or but if when what who why how where which this that these those there then they we our
    your my he she his her their its it i you no not yes all any every each some most many few more both another one
    two three four five six seven eight nine ten first second third last next new old after before since until with
    without for from to at in on of by about as per also only still now ask asked agreed note action actions
    question questions answer read see send sent call check book booked chase told heard said saw met visit visited
    spoke speak talk thanks welcome child children childrens children's boy boys girl girls baby babies toddler
    toddlers infant infants teenager teenagers teen teens pupil pupils student students youth youths young people
    person persons adult adults man woman men women parent parents carer carers mum dad mother father family
    families sibling siblings brother sister son daughter twin twins resident residents everyone anyone someone
    learner learners leaver leavers apprentice apprentices average mean median minimum maximum total number numbers
    cohort group groups placement placements cabinet council councils councillor cllr committee board boards panel
    panels scrutiny meeting meetings minutes agenda item items paper papers report reports plan plans strategy
    policy policies page pages section sections part year years room rooms hall house centre center hub hubs office
    building unit team teams service services department directorate director directors head chair leader mayor
    deputy executive member members portfolio officer officers manager managers social worker workers practitioner
    practitioners staff commissioner ombudsman minister secretary state government parliament ofsted police court
    crown magistrates tribunal nhs trust health hospital school schools academy academies college nursery nurseries
    primary secondary reception key stage early help care leaving fostering foster adoption adopt safeguarding
    protection partnership partners corporate parenting independent reviewing virtual inclusion performance finance
    budget capital revenue grant contract legal democratic human resources audit risk quality assurance inspection
    improvement best start sure working together act education england britain english british wales scotland
    ireland europe uk national regional local public private voluntary royal barnardo's barnardos nspcc coram lga
    adcs dfe zoom outlook excel word powerpoint liquidlogic mosaic phase tier grade band level step appendix annex
    chapter figure table version issue option week month day hour green red amber blue purple black white offer
    expected good outstanding inadequate requires participation engagement advocacy transition transport pathway
    commissioning sufficiency prevention neglect lodge cottage lane road street ward wing fund foundation
    exploitation domestic abuse serious violence special secure residential unaccompanied asylum mental
  `);

/** What may follow "in" or "from" in lower case without being a place's name. */
export const NOT_PLACES = lazySet(`
    care hospital custody school home need placement nursery court foster fostering intensive residential supported
    secure temporary accommodation transport police birth risk crisis danger contact touch line place time july
    another other same this that these those their his her our your there here today tomorrow yesterday last next
    early late many most some all any each every both several three four five seven eight nine year years month
    months week weeks weekend night morning evening afternoon public private general particular person people theory
    practice charge children child's childrens parents families families' family mother father mum dad stepfather
    officers social work workers education inclusion local national regional region regions authority authorities
    council council's england leeds's area areas county city town village district borough neighbourhood community
    communities house houses flat hotel hotels hostel street park prison detention isolation class lessons college
    university help services service number numbers figures data report reports minutes papers cabinet scrutiny
    panel board meeting meetings june january february march april august september october november december monday
    tuesday wednesday thursday friday saturday sunday spring summer autumn winter part parts full short long term
    terms order relation response addition advance case cases fact view with within what when where which whom whose
    about being having them under over abroad overseas poverty debt reality total future past days hours moment
    above below across abuse neglect harm violence injuries exploitation overdose britain wales scotland ward wards
    unit surgery
  `);

const TERMS = anyOf(`
  abuse act action adoption advocacy allowance benefit box boxes care centre centres champion clinic clinics club
  clubs council court data death deaths development employment engagement exploitation first focused friendly fund
  funding group groups guardian guides health help hub hubs journey minder minders minding mortality network
  networks numbers nurse obesity offer outcomes panel parliament partnership places plan plans planning population
  poverty practice practitioner premium projections protection rate rates referral safeguarding safety scheme
  service services sexual strategy support survey team teams therapy time trafficking unit units voice welfare
  wellbeing worker workers group_conference
`);

const COUNTED = anyOf(String.raw`need care two three four five six seven eight nine ten \d+`);
const OTHERS = anyOf('baby toddler family young parent adolescent');

/** What, right after "child", "baby", "family" …, makes it part of a term: child protection, baby box, family hub. */
export const COMPOUND = pattern(`^(?:'s)?[ -](?:${TERMS}|in ${COUNTED}|and ${OTHERS})(?!\\p{L})`, 'iu');
