using System.Collections.Frozen;

namespace ClaimTracker.Text.Dates;

internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = Read("""
        1 january jan janvier janv enero ene gennaio gen januar jänner jän janeiro januari stycznia styczeń
        1 января янв ιανουαρίου януари қаңтар
        2 february feb février févr fév febrero febbraio febr februar fevereiro fev februari lutego luty
        2 февраля фев φεβρουαρίου февруари ақпан
        3 march mar mars marzo marz märz mär mrz março maart mrt marca marzec марта мар μαρτίου март наурыз
        4 april apr avril avr abril abr aprile kwietnia kwiecień апреля апр απριλίου април сәуір
        5 may mai mayo maggio mag maio mei maja maj мая μαΐου май мамыр
        6 june jun juin junio giugno giu juni junho czerwca czerwiec июня июн ιουνίου юни маусым
        7 july jul juillet juil julio luglio lug juli julho lipca lipiec июля июл ιουλίου юли шілде
        8 august aug août agosto ago augustus sierpnia sierpień августа авг αυγούστου август тамыз
        9 september sep sept septembre septiembre settembre set setembro września wrzesień сентября сен сент σεπτεμβρίου септември қыркүйек
        10 october oct octobre octubre ottobre ott oktober okt outubro out października październik октября окт οκτωβρίου октомври қазан
        11 november nov novembre noviembre novembro listopada listopad ноября ноя нояб νοεμβρίου ноември қараша
        12 december dec décembre déc diciembre dic dicembre dezember dez dezembro grudnia grudzień декабря дек δεκεμβρίου декември желтоқсан
        1 يناير|جانفي|كانون الثاني|जनवरी|জানুয়ারি|มกราคม|ม.ค|ocak|ledna
        1 leden|siječnja|ינואר|בינואר|ژانویه|tammikuuta|tammikuu|ianuarie|gener|januára
        1 січня|janvāris|sausio
        2 فبراير|فيفري|شباط|फ़रवरी|फरवरी|ফেব্রুয়ারি|กุมภาพันธ์|ก.พ|şubat
        2 února|únor|veljače|פברואר|בפברואר|فوریه|helmikuuta|helmikuu|februarie
        2 лютого|február|febr|februára|febrer
        3 مارس|آذار|मार्च|মার্চ|มีนาคม|มี.ค|března|březen|ožujka|מרץ|במרץ|מרס|במרס|maaliskuuta|maaliskuu|martie|március|márc|març|березня
        4 أبريل|إبريل|أفريل|نيسان|अप्रैल|এপ্রিল|เมษายน|เม.ย|nisan|dubna
        4 duben|travnja|אפריל|באפריל|آوریل|huhtikuuta|huhtikuu|aprilie|április|ápr
        4 квітня|apríla
        5 مايو|ماي|أيار|मई|মে|พฤษภาคม|พ.ค|mayıs|května|květen|svibnja|מאי|במאי|مه|toukokuuta|toukokuu|május|máj|травня|mája|maig
        6 يونيو|جوان|حزيران|जून|জুন|มิถุนายน|มิ.ย|haziran|června|červen|lipnja
        6 יוני|ביוני|ژوئن|kesäkuuta|kesäkuu|iunie|június|jún|червня|júna|juny
        7 يوليو|جويلية|تموز|जुलाई|জুলাই|กรกฎาคม|ก.ค|temmuz|července|červenec
        7 srpnja|יולי|ביולי|ژوئیه|heinäkuuta|heinäkuu|iulie|július|júl|липня
        7 júla|juliol
        8 أغسطس|أوت|آب|अगस्त|আগস্ট|สิงหาคม|ส.ค|ağustos|srpna|srpen
        8 kolovoza|אוגוסט|באוגוסט|اوت|elokuuta|elokuu|augusztus|серпня|augusta|augusti
        8 agost|agustus
        9 سبتمبر|أيلول|सितंबर|सितम्बर|সেপ্টেম্বর|กันยายน|ก.ย|eylül|září
        9 rujna|ספטמבר|בספטמבר|سپتامبر|syyskuuta|syyskuu|septembrie|szeptember|szept
        9 вересня|septembra|setembre
        10 أكتوبر|تشرين الأول|अक्टूबर|अक्तूबर|অক্টোবর|ตุลาคม|ต.ค|ekim|října
        10 říjen|אוקטובר|באוקטובר|اکتبر|lokakuuta|lokakuu|octombrie|október|жовтня
        10 októbra|octubre
        11 نوفمبر|تشرين الثاني|नवंबर|नवम्बर|নভেম্বর|พฤศจิกายน|พ.ย|kasım
        11 listopadu|studenoga|studenog|נובמבר|בנובמבר|نوامبر|marraskuuta|marraskuu
        11 noiembrie|листопада|novembra|novembre
        12 ديسمبر|كانون الأول|दिसंबर|दिसम्बर|ডিসেম্বর|ธันวาคม|ธ.ค|aralık|prosince|prosinec|prosinca|דצמבר|בדצמבר|دسامبر|joulukuuta|joulukuu
        12 decembrie|грудня|decembra|desembre|desember
        13 فروردین
        14 اردیبهشت
        15 خرداد
        16 تیر
        17 مرداد
        18 شهریور
        19 مهر
        20 آبان
        21 آذر
        22 دی
        23 بهمن
        24 اسفند
        """);

    /// <summary>Returns 1 to 12 for the name of a month, 13 to 24 for a month of the Iranian calendar, else 0.</summary>
    public static int Number(ReadOnlySpan<char> word) => Months.TryGetValue(word, out var month) ? month : 0;

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Read(string table)
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in table.Split('\n'))
        {
            // Names of two words have bars around them.
            var words = line.Trim().Split(line.Contains('|', StringComparison.Ordinal) ? '|' : ' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is [var head, ..] && head.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space)
            {
                words = [head[..space], head[(space + 1)..], .. words.Skip(1)];
            }

            foreach (var word in words.Skip(1))
            {
                months.TryAdd(word, int.Parse(words[0]));
            }
        }

        return months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
