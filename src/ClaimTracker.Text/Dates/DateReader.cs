using System.Globalization;
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

    private const int FirstBuddhist = 2400;
    private const int LastBuddhist = 2700;
    private const int BuddhistOffset = 543;

    private static readonly PersianCalendar Iranian = new();

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
        er º ª ő án én
        نشر في يوم تاريخ تحديث آخر الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد م
        प्रकाशित अपडेट सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार को พ ศ เผยแพร่ วันที่ วันจันทร์ที่ วันอังคารที่ วันพุธที่
        วันพฤหัสบดีที่ วันศุกร์ที่
        วันเสาร์ที่ วันอาทิตย์ที่ น เวลา pazartesi salı çarşamba perşembe cuma cumartesi pazar yayınlanma güncelleme tarihi saat
        pondělí úterý středa čtvrtek pátek sobota neděle vydáno aktualizováno v hétfő kedd szerda csütörtök péntek szombat vasárnap
        közzétéve
        frissítve פורסם עודכן יום שני שלישי רביעי חמישי שישי שבת ראשון منتشر شده دوشنبه سه شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه تاریخ
        প্রকাশিত সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার опубліковано оновлено понеділок вівторок середа четвер пʼятниця
        субота неділя року р maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai julkaistu päivitetty klo måndag tisdag
        onsdag
        torsdag fredag lördag söndag publicerad uppdaterad publisert oppdatert publicat actualitzat dilluns dimarts dimecres dijous
        divendres
        dissabte diumenge publicat luni marți miercuri joi vineri sâmbătă duminică diterbitkan senin selasa rabu kamis jumat sabtu minggu
        년 월 일 年 月 日 时 分 時 发布 更新 發布 公開
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
                date = AreTogether(parts, line) ? Numeric(parts, line, language) ?? Named(parts, line, language) : null;
            }

            seen |= date is not null
                || (parts.Count > 1 && ((parts[0].Month > 0 && parts[1].IsDay) || (parts[0].IsDay && parts[1].Month > 0)));
        }

        return seen;

        // "de" in "20 de noviembre de 2023", "th" in "20th", "年" in "2023年11月20日".
        static bool IsFiller(DateToken token) => token.Span.Length <= 3;
    }

    /// <summary>
    /// Checks that the parts of a date stand side by side: in the cells of a table, or before a decimal point, they are no date.
    /// </summary>
    private static bool AreTogether(List<DateToken> parts, ReadOnlySpan<char> line)
    {
        var end = parts[2].Span.End;
        return !line[parts[0].Span.Start..end].ContainsAny('|', '\t', ';')
            && !(end + 1 < line.Length && line[end] is '.' or ',' && char.IsDigit(line[end + 1]) && parts[2].Span.Length < 4);
    }

    /// <summary>Checks that a sign of numeric dates stands between the numbers, or a character for year and month.</summary>
    private static bool AreJoined(DateToken first, DateToken second, ReadOnlySpan<char> line)
    {
        var between = line[first.Span.End..second.Span.Start].Trim();
        return between is "-" or "/" or "." or "\u2010" or "\u2011" or "\u2013"
            || (between.Length == 1 && char.IsLetter(between[0]) && between[0] > '\u3000');
    }

    private static DateOnly? Named(List<DateToken> parts, ReadOnlySpan<char> line, string language) => (parts[0], parts[1], parts[2]) switch
    {
        ({ Month: > 0 }, { IsDay: true }, { IsNumber: true }) => Date(parts[2], MonthIn(parts[0], line, language), parts[1]),
        ({ IsDay: true }, { Month: > 0 }, { IsNumber: true }) => Date(parts[2], MonthIn(parts[1], line, language), parts[0]),
        ({ IsNumber: true }, { Month: > 0 }, { IsDay: true }) => Date(parts[0], MonthIn(parts[1], line, language), parts[2]),
        _ => null,
    };

    private static DateOnly? Numeric(List<DateToken> parts, ReadOnlySpan<char> line, string language)
    {
        var (a, b, c) = (parts[0], parts[1], parts[2]);
        var iranian = language == "fa" && a is { Span.Length: 4, Number: >= 1300 and <= 1500 };
        if ((a.IsYear || iranian) && b.IsMonthNumber && c.IsDay && AreJoined(a, b, line) && AreJoined(b, c, line))
        {
            return Date(a, iranian ? b.Number + 12 : b.Number, c);
        }

        if (!(c.IsYear || (language == "th" && c is { Span.Length: 4, Number: >= FirstBuddhist and <= LastBuddhist }))
            || !a.IsDay || !b.IsDay || !AreJoined(a, b, line) || !AreJoined(b, c, line))
        {
            return null;
        }

        // 11/20/2023 is American; with full stops, or in any other language, the day comes first.
        var monthFirst = (language == "en" && line[a.Span.End] == '/' && a.IsMonthNumber) || !b.IsMonthNumber;
        return monthFirst ? (a.IsMonthNumber ? Date(c, a.Number, b) : null) : Date(c, b.Number, a);
    }

    /// <summary>The month of a name. "Listopad" is October in Croatian, November in Czech and Polish.</summary>
    private static int MonthIn(DateToken token, ReadOnlySpan<char> line, string language) =>
        token.Month == 11 && language is "hr" or "bs" && token.Span.In(line).StartsWith("listopad", StringComparison.OrdinalIgnoreCase)
            ? 10
            : token.Month;

    /// <summary>
    /// Makes a date of the Gregorian calendar, of Buddhist years (from 2400 on) or of the Iranian calendar (months from 13 on).
    /// </summary>
    private static DateOnly? Date(DateToken year, int month, DateToken day)
    {
        if (month > 12)
        {
            return year is { Span.Length: 4, Number: >= 1200 and <= 1500 } && day.Number <= Iranian.GetDaysInMonth(year.Number, month - 12)
                ? DateOnly.FromDateTime(Iranian.ToDateTime(year.Number, month - 12, day.Number, 0, 0, 0, 0))
                : null;
        }

        var number = year is { Span.Length: 4, Number: >= FirstBuddhist and <= LastBuddhist } ? year.Number - BuddhistOffset : year.Number;
        return year.Span.Length == 4 && number is >= 1800 and <= 2200 && day.Number <= DateTime.DaysInMonth(number, month)
            ? new DateOnly(number, month, day.Number)
            : null;
    }
}
