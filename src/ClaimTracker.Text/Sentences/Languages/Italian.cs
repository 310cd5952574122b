namespace ClaimTracker.Text.Sentences.Languages;

internal static class Italian
{
    public static readonly LanguageWords Words = new()
    {
        Abbreviations =
            """
            a.c d.c a.d abbr agg alt amn ass ca c.so cap cfr circ civ cod col coll comm cons cont corr cost d.l d.lgs d.p.r dec del dep disp
            doc ecc ed es ess fasc fatt fig fraz gg giur iun ind ingl intr istr it jr l lat lett loc lr mass min mod mons nn ogg on op orig
            p.es p.v pag pagg par pres prof prot prov pt r.d racc reg res rif sec seg segg sez sig sim sing soc st suppl s.p.a s.r.l s.n.c
            tab tel trad trib u.s ult univ v vol voll vd spett gent egr ill.mo preg.mo c.a p.c p.za p.zza v.le l.go s.s s.lle n.b n.d.r
            n.d.t p.s c.v a.s n.n all artt avv bibl c.c c.p c.p.c c.p.p d.m g.u l.r r.d.l t.u t.a.r ns vs cfr ediz estens fam fil geogr imp
            incl indir inf ital lug mitt mq n° amm az dir econ psicol meteor idraul astr biol bot chim chir elettr filos fis geol giorn ling
            mat mecc med mil mus pol relig stor tecn teol zool
            """,
        Binding =
            """
            sig sigg sig.ra sig.na sig.rina sigra dott dott.ssa dott.ri dr dr.ssa prof prof.ssa proff ing avv arch geom rag on onn sen cav
            comm gr.uff uff mons s st ss sr gen col cap magg ten serg amm card mr mrs m.llo f.lli es ad.es p.es cfr v vs ca
            """,
        BeforeNumbers =
            """
            lun mar mer gio ven sab dom n nn nr n° p pp pag pagg art artt cap fig vol t l lett co c ca tel d.l d.lgs d.p.r reg dir par sez
            tab gen feb mar apr mag giu lug ago set sett ott nov dic
            """,
        Trailing = "m g l ecc etc mq mc ha km kg cm mm seg segg",
        Starters =
            """
            il lo la i gli le l un uno una egli ella esso essa essi lui lei loro noi voi io questo questa questi queste quello quella quelli
            ciò a ad al allo alla ai agli alle in nel nello nella nei negli nelle di del dello della dei degli delle da dal dallo dalla dai
            con per su sul sulla tra fra senza secondo durante dopo prima contro verso ma e ed o oppure però quindi dunque perciò inoltre
            infatti anche ancora così poi allora tuttavia mentre se quando come perché poiché sebbene chi che cosa dove quale quali quanto
            non si ci vi ne mi ti ogni alcuni alcune molti molte tutti tutte tutto altri altre nessuno lì là qui qua ormai già dopo poco
            molto tanto tanta intanto insomma adesso finora soltanto solo persino eppure anzi ciascuno qualcuno chiunque è sono era erano ha
            hanno c'è suo sua suoi mio nostra oggi ieri oltre mai forse dall'altro
            """,
        SpeechVerbs = "disse dice chiese rispose ha afferma",
        SoftStops = ";:",
    };
}
