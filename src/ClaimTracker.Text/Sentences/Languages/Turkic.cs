namespace ClaimTracker.Text.Sentences.Languages;

internal static class Turkic
{
    public static readonly LanguageWords Turkish = new()
    {
        Abbreviations =
            """
            age agm alm anat ank apt arş art as asb atm av bil bk bkz bl bşk böl bul cad cilt coğ cum çev çvş dan der dil dip dr drl doç dz
            ecz ed edb ekon er fak fel fiz fr gen gön haz hz hst huk hv ing ist iz jeol kim kom koor krş kur lab lat mah mat mek mim mn mlr
            mrk mür müz no onb ong ord öğr ör ört örn öz plt prof rus sf sn sok sos st şb şti tar tek tel tic tlf tğm top tug tuğg ugr uz
            üçvş ünl üni vb vd vs vet yb yd yrd yrb yzb yy zf zool a.ş ltd m.ö m.s
            """,
        Binding = "dr prof doç yrd av op uzm ord arş öğr gör ecz mim sn hz örn bkz krş gen org korg alb yb bnb yzb sf st ör t.c",
        BeforeNumbers = "no sf s bkz tel cilt mad md m.ö m.s yak ort",
        Trailing = "vb vs vd km kg cm",
        Starters =
            """
            bu bunlar o onlar şu ben biz sen siz bir ama fakat ancak çünkü ve veya ya da eğer ise kim ne nerede neden nasıl niçin hangi hiç
            daha sonra önce şimdi bugün dün yarın orada burada her bazı birçok çok kimse ayrıca böylece artık yine hatta
            """,
        OrdinalHeads = "yüzyıl yüzyılda yüzyılın kat sınıf lig sırada madde dönem tur bölüm dünya cumhurbaşkanı",
        LowerCaseOpens = false,
    };
}
