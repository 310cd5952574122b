namespace ClaimTracker.Text;

/// <summary>What a hint points at.</summary>
public enum HintKind
{
    /// <summary>Words that somebody is said to have said.</summary>
    Attribution,

    /// <summary>A day, month or year.</summary>
    Date,

    /// <summary>A number with its unit, and what it counts.</summary>
    Number,

    /// <summary>What is said otherwise elsewhere: a number that differs from another one of the same thing.</summary>
    Contradiction,
}

/// <summary>The rule by which a date was worked out.</summary>
public enum DateRule
{
    /// <summary>The text names it in full, as far as it goes.</summary>
    Named,

    /// <summary>The year is that in which it is nearest before the article, or after it where the sentence looks ahead.</summary>
    NearestYear,

    /// <summary>The last such day of the week before the article, or the day of the article.</summary>
    WeekdayBefore,

    /// <summary>The first such day of the week after the article.</summary>
    WeekdayAfter,

    /// <summary>Counted back from the date of the article.</summary>
    Ago,

    /// <summary>The day, week, month or year beside that of the article, or its own.</summary>
    Relative,
}
