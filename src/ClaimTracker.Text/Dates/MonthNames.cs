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
        """);

    /// <summary>Returns 1 to 12 for the name of a month, else 0.</summary>
    public static int Number(ReadOnlySpan<char> word) => Months.TryGetValue(word, out var month) ? month : 0;

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Read(string table)
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in table.Split('\n'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in words.Skip(1))
            {
                months.TryAdd(word, int.Parse(words[0]));
            }
        }

        return months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
