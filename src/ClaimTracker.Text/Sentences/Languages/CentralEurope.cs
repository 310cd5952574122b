namespace ClaimTracker.Text.Sentences.Languages;

/// <summary>Languages between Prague and Bucharest that write ordinals, or many titles, with a full stop.</summary>
internal static class CentralEurope
{
    public static readonly LanguageWords Czech = new()
    {
        Abbreviations =
            """
            a.s ad angl apod arch aj atd atp bc bl bod br cca cit č čj čl čp čs dat dep dop doc dr dod dosl ev event ex fa fce fr franc
            gen genmjr hl hod hor ing inž jap j jm jr jun kap kat kl kpt lat ld lic lok max mez mgr mil mld mlrd min mj moj mjr mp např nar
            něm npor obr obv odd odst okr op os ost pan par pí pl plk pol pozn př př.n.l přel přib příl pplk ppor prap pres prof r red res
            resp roč rtn ruk s.p s.r.o str sv škpt šk španěl tab tel tis tj tř tzn tzv trl ul ul um urč v.o.s ved vl var viz vyd zast zejm
            zkr znač zn zpr zvl žák led únor břez dub květ červ srp září říj list pros o.p.s ks kč
            """,
        Binding =
            """
            ing mgr bc doc prof dr JUDr MUDr PhDr RNDr PaedDr ThDr MVDr Ph akad arch gen plk mjr kpt por npor sv p pí tzv tj tzn např
            resp cca viz ul nám tř stol mj zejm popř příp hl event
            """,
        BeforeNumbers = "č čl str s obr tab odst par písm kap roč tel čís r sv cca bod ul nám tř čj max min př",
        Trailing = "atd apod aj atp n.l př.n.l km kg cm",
        Starters =
            """
            ten ta to ti ty on ona ono oni já my vy je jsou byl byla bylo byli v ve na z ze do od pro po při přes za pod nad o u bez před
            mezi během podle a i ale však proto protože pokud když jak ač aby kdo co kde proč který která které ne už ještě také rovněž
            navíc potom pak nyní dnes včera zítra tam tady jeho její jejich náš můj všichni mnoho někteří každý nikdo nic
            """,
        SpeechVerbs = "řekl řekla uvedl uvedla dodal dodala zeptal odpověděl",
        OrdinalLeads = "v do od na po dne z před k ve za",
        OrdinalHeads =
            """
            ledna února března dubna května června července srpna září října listopadu prosince století místo kolo ročník patro třída den
            rok pluk armáda divize liga výročí
            """,
    };

    public static readonly LanguageWords Slovak = Czech with
    {
        Abbreviations = Czech.Abbreviations
            + " s.r.o a.s atď napr príp tzv t.j resp mil mld tis str zák č čl ods písm roč nám ul slov angl nem maď rus cit kol okr"
            + " o.z n.o t.č prír obch vyd odd pozn por r.o",
        Binding = Czech.Binding + " PhDr MUDr JUDr RNDr prof sv p tzv napr príp resp tj t.j gen pplk ul nám cca",
        BeforeNumbers = Czech.BeforeNumbers + " ods písm zák",
        Trailing = "atď apod p.n.l n.l km kg cm",
        Starters =
            """
            ten tá to tí tie on ona ono oni ja my vy je sú bol bola bolo boli v vo na z zo do od pre po pri cez za pod nad o u bez pred
            medzi počas podľa a i aj ale však preto pretože ak keď ako aby kto čo kde prečo ktorý ktorá ktoré nie už ešte tiež navyše potom
            teraz dnes včera zajtra tam tu jeho jej ich náš môj všetci mnoho niektorí každý nikto nič
            """,
        SpeechVerbs = "povedal povedala uviedol uviedla dodal dodala reagoval reagovala odpovedal",
        OrdinalHeads =
            """
            januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra storočia storočie miesto kolo ročník
            poschodie trieda deň rok liga výročie
            """,
    };

    public static readonly LanguageWords Croatian = new()
    {
        Abbreviations =
            """
            br čl d.o.o d.d dr god g gđa i.dr itd itsl ing kn lat mil mlrd mj mr npr odn ob o.g prof r.br sc st str sv tel tis tj tzv ul
            """,
        Binding = "dr prof mr sc sv npr tzv tj odn g gđa ing akad ul o",
        BeforeNumbers = "br čl st str tel god r.br ul",
        Trailing = "itd itsl sl km kg cm pr.kr",
        Starters =
            """
            to ta taj te on ona ono oni ja mi vi je su bio bila bilo u na iz do od za po pri kroz pod nad o bez pred među prema i a ali no
            zato jer ako kada kako tko što gdje zašto koji koja koje ne već još također zatim sada danas jučer tamo ovdje njegov njezin svi
            mnogi svaki nitko ovo ova ovaj
            """,
        OrdinalLeads = "u do od na dana",
        OrdinalHeads =
            """
            siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga studenog prosinca stoljeća stoljeću
            stoljeće mjesto kolo razred godine
            """,
    };

    public static readonly LanguageWords Hungarian = new()
    {
        Abbreviations =
            """
            ált áll ang bp bek biz br bt csüt dec dk dny dr du egy eng éi ék em fej feb febr fsz ft gr h hat hiv hrsz id ifj ill ill jan jún
            júl kb ker kft kkt kir köt krt ksz lat ld m max márc máj mfsz mh mill mrd mn min nov nyrt o okl okt old ősz özv pl pol prof
            pság red rkt rt stb sz szept szt szül t tel tc tkp tör tsz tul u ua ui uaz uo út vasút vm vö vs zrt ápr aug
            """,
        Binding = "dr prof ifj id özv szt pl ill kb ún vö ld ui tkp stb",
        BeforeNumbers = "sz kb old tel u ker bek köt max min",
        Trailing = "stb km kg cm",
        Starters =
            """
            a az egy ez ezek azok ő ők én mi ti de és vagy hanem azonban ezért mert ha amikor mint hogy ki mi hol miért melyik nem már még
            is
            továbbá majd most ma tegnap holnap ott itt sok néhány minden senki semmi
            """,
        OrdinalLeads = "a az",
        OrdinalHeads =
            """
            január február március április május június július augusztus szeptember október november december század évfolyam emelet
            helyezett
            fejezet kerület osztály
            """,
        LowerCaseOpens = false,
    };

    public static readonly LanguageWords Romanian = new()
    {
        Abbreviations =
            "aprox al art av bd bl cap cca cf cit const dl dna dr d.hr e.n etc ex fig hm id inc ing î.hr jud mil mld"
            + " min mr nr op pag par pct p.m prof resp r.a s.a s.r.l sec sf st str șos tel trad urm vol ș.a ș.a.m.d",
        Binding = "dl dna d-na d-l dr prof ing sf gen col cf ex str bd șos resp aprox arh av",
        BeforeNumbers = "nr art alin pag p cap fig vol tel bl sc ap et str pct lit sec",
        Trailing = "etc ș.a ș.a.m.d km kg cm e.n î.hr d.hr",
        Starters =
            """
            el ea ei ele eu noi voi tu acest această acesta aceasta acești acele un o în la de din pe cu pentru prin după între fără sub
            despre și dar însă sau deci pentru că dacă când cum cine ce unde care nu mai încă de asemenea apoi atunci acum azi ieri acolo
            aici toți mulți unii fiecare nimeni nimic este sunt era au a fost
            """,
    };
}
