using ClaimTracker.Text.Basics;

namespace ClaimTracker.Text.Dates;

/// <summary>
/// Reads the date of a short line, in the usual orders of newsrooms. A date without a year is recognised but has no value.
/// </summary>
internal static class DateReader
{
    /// <summary>In characters.</summary>
    private const int LongestLine = 140;

    private const int LongestPlace = 30;

    /// <summary>Words beside a date in a date line: labels, weekdays, clocks and time zones.</summary>
    private static readonly WordSet Company = new(
        """
        published publish posted updated update last modified created date on at by first issued edited a p am pm m t z est edt et cst cdt
        ct pst pdt pt mst mdt gmt utc bst cet cest msk ist jst h hrs hours hour uhr min mins minute minutes read ago st nd rd th of the de
        del di do da le la el den der vom am um and monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
        fri sat sun
        """,
        """
        veröffentlicht aktualisiert stand erstellt montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so
        publié mis à jour modifié lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
        publicado actualizado actualizada lunes martes miércoles jueves viernes sábado domingo hora horas
        pubblicato aggiornato il alle ore lunedì martedì mercoledì giovedì venerdì sabato domenica
        atualizado em às segunda terça quarta quinta sexta feira
        gepubliceerd bijgewerkt op om maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
        опубликовано обновлено дата г года в понедельник вторник среда четверг пятница суббота воскресенье
        opublikowano aktualizacja dnia r udgivet opdateret d kl
        年 月 日 时 分 時 发布 更新 發布 公開
        """);

    /// <summary>Checks whether the line is a date with its usual company and nothing else.</summary>
    public static bool IsDateLine(ReadOnlySpan<char> line, string language, out DateOnly? date)
    {
        date = null;
        if (line.Length > LongestLine)
        {
            return false;
        }

        var tokens = DateToken.AllOf(line);
        if (!TryFind(tokens, line, language, out date))
        {
            return false;
        }

        var start = date is null ? 0 : AfterPlace(line);
        foreach (var token in tokens)
        {
            if (token.Span.Start >= start && !token.IsNumber && token.Month == 0 && !Company.Contains(token.Span.In(line)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The end of "Berlin" in "Berlin, 3. November 2023", else 0.</summary>
    private static int AfterPlace(ReadOnlySpan<char> line)
    {
        var comma = line.IndexOf(',');
        return comma is > 0 and <= LongestPlace && char.IsUpper(line[0]) && !line[..comma].ContainsAnyInRange('0', '9') ? comma : 0;
    }

    /// <summary>Finds the first date with a year anywhere in the line.</summary>
    public static DateOnly? Find(ReadOnlySpan<char> line, string language) =>
        line.Length <= LongestLine && TryFind(DateToken.AllOf(line), line, language, out var date) ? date : null;

    private static bool TryFind(List<DateToken> tokens, ReadOnlySpan<char> line, string language, out DateOnly? date)
    {
        date = null;
        var seen = false;
        for (var i = 0; i < tokens.Count && date is null; i++)
        {
            var parts = tokens[i..Math.Min(tokens.Count, i + 5)].FindAll(t => t.IsNumber || t.Month > 0 || !IsFiller(t));
            if (parts.Count > 2 && tokens[i] == parts[0])
            {
                date = Numeric(parts, line, language) ?? Named(parts);
            }

            seen |= date is not null
                || (parts.Count > 1 && ((parts[0].Month > 0 && parts[1].IsDay) || (parts[0].IsDay && parts[1].Month > 0)));
        }

        return seen;

        // "de" in "20 de noviembre de 2023", "th" in "20th", "年" in "2023年11月20日".
        static bool IsFiller(DateToken token) => token.Span.Length <= 3;
    }

    private static DateOnly? Named(List<DateToken> parts) => (parts[0], parts[1], parts[2]) switch
    {
        ({ Month: > 0 }, { IsDay: true }, { IsYear: true }) => Date(parts[2], parts[0].Month, parts[1]),
        ({ IsDay: true }, { Month: > 0 }, { IsYear: true }) => Date(parts[2], parts[1].Month, parts[0]),
        ({ IsYear: true }, { Month: > 0 }, { IsDay: true }) => Date(parts[0], parts[1].Month, parts[2]),
        _ => null,
    };

    private static DateOnly? Numeric(List<DateToken> parts, ReadOnlySpan<char> line, string language)
    {
        var (a, b, c) = (parts[0], parts[1], parts[2]);
        if (a is { IsYear: true } && b.IsMonthNumber && c.IsDay)
        {
            return Date(a, b.Number, c);
        }

        if (!c.IsYear || !a.IsDay || !b.IsDay)
        {
            return null;
        }

        // 11/20/2023 is American; with full stops, or in any other language, the day comes first.
        var monthFirst = (language == "en" && line[a.Span.End] == '/' && a.IsMonthNumber) || !b.IsMonthNumber;
        return monthFirst ? (a.IsMonthNumber ? Date(c, a.Number, b) : null) : Date(c, b.Number, a);
    }

    private static DateOnly? Date(DateToken year, int month, DateToken day) =>
        day.Number <= DateTime.DaysInMonth(year.Number, month) ? new DateOnly(year.Number, month, day.Number) : null;
}
