namespace ClaimTracker.Text.Sentences.Languages;

internal static class German
{
    public static readonly LanguageWords Words = new()
    {
        Abbreviations =
            """
            abb abs abt allg anm aufl ausg bd bde begr bes betr bez ca chr d.h d.i dgl ders dies dipl dir eigtl einschl evtl exkl forts geb
            gegr gem gest ggf ggfs hg hrsg i.d.r i.v i.a inkl insb insbes jh jhd kap kath konf lat lt luth min mind mio mrd mtl nachf
            niederl nördl o.a o.ä o.g ordentl orig österr pol prot reg rel röm s.a s.o s.u sog st städt std str südl tel u.a u.ä u.u urspr
            v.a v.chr n.chr verf verh verl vgl vol vorm wiss z.b z.t z.zt zzgl zz zt gez gen rd rds allerd ehem ev jan feb apr jun jul aug
            sep sept okt nov dez co bhf bf ew einw fa fam ges gesch jg jgg kr lkr lfd ung univ zus anm red e.v i.br a.d a.m a.a.o b.a m.a
            m.e m.w u.v.m u.v.a s.g u.z usf tsd std min sek pl inh gde zl verw wwe Art Mag Ing
            """,
        Binding =
            """
            hr hrn Fr Frl dr prof med jur phil rer nat habil theol h.c dipl.-ing dipl priv.-doz Doz Frhr Fhr sr z.b zb d.h bzw vgl ggf evtl
            sog ca inkl einschl insb insbes min.-dir Abg hptm lt oblt nr Pfr bzgl zzgl gegr geb hl hll kgl i.d.r z.t z.zt
            """,
        BeforeNumbers =
            """
            nr n° nrn s abs Art par jg tab tabl fn anm rz z bl stk jg h min bd kap abb ca ziff rn hausnr tel jh mind max jan feb apr jun jul
            aug sep sept okt nov dez
            """,
        Trailing = "m g l h usw etc ff uhr km kg cm",
        Starters =
            """
            der die das den dem des ein eine einen einem einer er sie es wir ich ihr man dies diese dieser dieses diesen jener jene in im am
            an auf bei mit nach von vom zu zum zur für aus über unter um vor durch seit während wegen trotz ohne gegen bis zwischen aber
            doch und oder denn sondern jedoch dennoch deshalb daher darum dann danach damit da dabei dort hier nun jetzt so auch nur noch
            schon wenn als ob weil dass obwohl wer was wo wann wie warum welche welcher kein keine nicht alle viele einige mehrere sein
            seine ihre unsere mein heute gestern morgen zudem außerdem allerdings inzwischen ebenso ebenfalls später früher erst bereits
            seitdem trotzdem vielleicht natürlich leider dazu dafür dagegen davon dabei dadurch darauf daraufhin zunächst schließlich
            zuletzt bisher laut gemäß neben hinter ab bei beim ans ins man niemand jeder jede jedes beide beides sonst somit sowohl weder
            weiter weitere andere anders mit ohne sehr sind ist war waren hat hatte wurde wurden wird werden
            """,
        StreetEnding = "str",
        SpeechVerbs = "sagte sagt fragte rief schrieb erklärte meinte antwortete forderte",
        OrdinalLeads =
            """
            der die das den dem des am vom zum im zur beim bis ab seit jeder jede jedes jeden ihr ihre ihrem ihren sein seine seinen seinem
            unser mein meinen ein einen einem einer dieser diesen nächsten letzten ersten und auf
            """,
        OrdinalHeads =
            """
            januar jänner februar märz april mai juni juli august september oktober november dezember
            jahrhundert jahrhunderts jahrhunderten jahrtausend jh stock stockwerk etage klasse platz mal runde tag auflage band kapitel
            bundesliga liga weltkrieg geburtstag spieltag minute parteitag armee division wahlperiode
            """,
        SoftStops = ";",
    };
}
