namespace ClaimTracker.Api.Web.Problems;

/// <summary>What a client is told of an error of the database: whether anything was written, and whether trying again helps.</summary>
internal static class DbProblems
{
    public static ProblemException Of(Exception failure) => DbErrors.Classify(failure) switch
    {
        DbError.DiskFull => new(ProblemType.DiskFull, "The disk of the database is full. Nothing was written."),
        DbError.TooLong => Problem.TooLarge("A value is longer than the database can hold. Nothing was written."),
        DbError.Busy => Passing("The database is busy. Nothing was written; try again."),
        DbError.Unreachable => Passing("The database cannot be reached just now. Nothing was written; try again."),
        DbError.OutcomeUnknown or DbError.NotFlushed =>
            Passing("The database was lost while it stored this: it may have been kept, or not. Check before you try again."),
        DbError.Unavailable => Lasting("The database cannot be used just now. Nothing was written; an operator must look into it."),
        DbError.FilesLost => Lasting("The files of the database were taken away. Nothing was written; an operator must look into it."),
        DbError.Damaged => Lasting("The database is damaged. Nothing was written; an operator must look into it."),
        DbError.WritesStopped => Lasting(
            "This service writes no more, because its database or its disk is damaged; reading still works. "
                + "An operator must look into it."),
        DbError.Duplicate => Problem.Conflict("Another request has just created the same thing."),
        DbError.BrokenReference => Problem.Conflict("It refers to something that no longer exists, or something still refers to it."),
        _ => new(ProblemType.Internal, "The request could not be carried out. Nothing was written."),
    };

    private static ProblemException Passing(string detail) => new(ProblemType.Unavailable, detail) { RetryAfter = 1 };

    private static ProblemException Lasting(string detail) => new(ProblemType.Unavailable, detail);
}
