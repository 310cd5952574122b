namespace ClaimTracker.Text.Sentences.Languages;

internal static class Nordic
{
    public static readonly LanguageWords Swedish = new()
    {
        Abbreviations =
            """
            adj alt anm art avd avg bif bil bl.a ca dvs e.d e.dyl e.kr el eng etc ev ex exkl f.kr f.d f.n f.ö f.v.b fig följ förf föreg förk
            forts fr.o.m g.m gm h.t i.e inkl inv jfr jr kap kl kr l.c lat m.a.o m.fl m.m max milj min mkt motsv mom ngn ngt nr nuv o.d o.dyl
            obs osv p.g.a pga proc red ref resp s.a.s s.k s.u sek sekr sid sign skr st tab t.ex t.o.m t.v tel tfn trol ung uppl utg v.g v.t
            vol årg övers jan feb mar apr jun jul aug sep sept okt nov dec mån tis ons tors fre lör sön md mdr mrd tkr mkr
            """,
        Binding = "dr prof doc fil kand mag lic ing hr fr herr bl.a t.ex dvs ex jfr s.k f.d ca resp pga p.g.a ev inkl exkl m.a.o d.v.s",
        BeforeNumbers = "nr kap kl ca s sid st fig tab tel tfn art vol max min kr jan feb mar apr jun jul aug sep sept okt nov dec",
        Trailing = "osv etc m.m m.fl o.d o.dyl e.d e.dyl km kg cm e.kr f.kr",
        Starters =
            """
            den det de en ett han hon vi jag du man ni där här nu då så men och eller för dock därför dessutom också ändå på till med från
            av om vid efter under över mellan mot genom utan sedan när eftersom medan vem vad var varför hur vilken ingen inte alla många
            några hans hennes deras vår min denna detta dessa enligt i är var har hade kan ska blev idag igår
            """,
        SpeechVerbs = "sade säger sa frågade skrev svarade ropade",
    };

    public static readonly LanguageWords Norwegian = Danish.Words with
    {
        Abbreviations = Danish.Words.Abbreviations
            + " mrd mill kr pst vgs adm.dir forts bl.a d.v.s dvs e.l f.o.m iht ift jf m.h.t m.m mv o.l osv"
            + " pkt t.o.m vha ekskl inkl",
        Binding = Danish.Words.Binding + " hr fr dr prof dvs bl.a jf iht ift ca",
    };

    /// <summary>Finnish writes ordinals with a full stop ("3. kerta") and opens sentences with a capital.</summary>
    public static readonly LanguageWords Finnish = new()
    {
        Abbreviations =
            """
            aik alk arv as ay e.kr eaa em engl ent esim et etc eur fil fm harv henk hum huom hv ilm ink jatk jk jKr jne jr jms k kand kaup
            kirj kk kko klo ko koht kpl krs ks kts lat leht lis lk ltk lv lyh läh maks max merk milj mm mrd muist mvs mv nim nk nro ns
            nyk oik om os p par pj pnm po prof psta puh pv päiv s sis srk st sv synt t tarv tav tel tms toim toht tri ts tuh tunn tv ulk
            v vals vas vert vrt vs vt vuod ym yms yo yht yl ao eKr
            """,
        Binding = "esim ts tri prof ns nk ks vrt em ent lis fil maist dipl ins toht toim huom ko ao nyk vt",
        BeforeNumbers = "s nro klo n ks puh p v kpl noin art luku kohta",
        Trailing = "jne yms ym tms jms eKr jKr km kg cm",
        Starters =
            """
            hän he se ne me te minä sinä tämä nämä tuo nuo joka mikä kuka missä milloin miksi miten kun jos vaikka koska että ja tai mutta
            vaan sekä myös siis silti kuitenkin lisäksi sitten nyt silloin tänään eilen huomenna siellä täällä ei en emme eivät on oli ovat
            olivat hänen heidän sen niiden yksi kaksi kaikki moni monet
            """,
        SpeechVerbs = "sanoi sanoo kysyi vastasi kertoi",
        OrdinalLeads = "on oli",
        OrdinalHeads =
            """
            tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
            luokka kerros kerta sija vuosisata divisioona
            """,
        LowerCaseOpens = false,
    };
}
