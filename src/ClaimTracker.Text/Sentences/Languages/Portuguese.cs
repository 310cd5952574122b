namespace ClaimTracker.Text.Sentences.Languages;

internal static class Portuguese
{
    public static readonly LanguageWords Words = new()
    {
        Abbreviations =
            """
            a.c d.c a.m p.m abr adj al alm ap apart aprox art at aux av bibl cap cia cit cód col comp cx d dec dep depto dir doc ed
            e.g esc est ex exa fasc fem fig fl fls gov gr hab ibid id inc jr lda ltda ltd máx masc min mín mun n.b núm obs op orig
            pág págs part pç pl p.ex pref proc prov r ref rel s.a s.f.f sec séc sécs sécs seg sg ss sup tel tip tít trad u.e univ v vol vols
            s.a s.m s.s n.t n.e p.s op.cit loc.cit e.u.a s.o.s l.da fr pg pgs hab bras port ital lat ingl franc
            """,
        Binding =
            """
            sr sra srs sras srta dr dra drs dras d dª prof profa profs eng enga arq pe fr Ir rev revmo exmo exma ilmo mons gen cel maj cap
            ten sgt alm brig cte adv des dep deps sen gov pres min st sta sto p.ex cf vs av trav rod
            """,
        BeforeNumbers =
            """
            n s séc no núm nº n° pág págs p pp art arts cap fig vol t tel aprox inc séc jan fev mar abr mai jun jul ago set out nov dez
            """,
        Trailing = "m g l h etc km kg cm mm hab",
        Starters =
            """
            o a os as um uma uns umas ele ela eles elas eu nós você vocês tu este esta estes estas esse essa esses essas isto isso aquele
            aquela em no na nos nas de do da dos das ao aos à às com por pelo pela pelos pelas para sem sob sobre entre desde até após ante
            durante segundo conforme mas e ou nem porém contudo entretanto embora porque pois se quando como onde enquanto que quem qual
            quais também além ainda já assim então depois antes agora hoje ontem aqui lá seu sua seus suas meu minha nosso todo todos toda
            todas muitos muitas alguns algumas vários outro outra outros cada nenhum ninguém é foi era são está há não aos nela nele apesar
            diversas diversos podemos será somente apenas nunca sempre talvez tal tanto qualquer ambos dois duas três eram foram ser ter tem
            têm vai atualmente finalmente recentemente inicialmente posteriormente hoje amanhã outrora aquele aquilo nossa nossos pela sua
            dele dela
            """,
        SpeechVerbs = "disse diz perguntou respondeu afirmou escreveu",
        SoftStops = ";",
    };
}
