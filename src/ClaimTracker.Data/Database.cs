namespace ClaimTracker.Data;

/// <summary>Where a database is, and of which engine it is.</summary>
public abstract class Database
{
    /// <summary>What an operator calls it; never a secret.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Brings it to the version of this program: each script once, in order, each in a transaction. Of several processes that
    /// share a server and do so at once one does it, and the others wait.
    /// </summary>
    /// <returns>The names of the migrations that ran now.</returns>
    /// <exception cref="DatabaseException">
    /// It cannot be used, is newer than this program, or a script failed; nothing of that script was kept.
    /// </exception>
    public abstract Task<IReadOnlyList<string>> MigrateAsync();

    /// <summary>Its schema as the engine describes it, for people and for comparison; the journal of migrations is left out.</summary>
    public abstract Task<string> SchemaAsync();

    /// <summary>Opens it for the service. It exists and is migrated.</summary>
    /// <param name="time">The clock that gives each write its one "now".</param>
    /// <param name="finish">
    /// What each write transaction ends with, once for all the writes that share it; it may run a second time after a rollback. Null for
    /// nothing.
    /// </param>
    public Db Open(TimeProvider time, Func<WriteTx, Task>? finish = null)
    {
        DapperTypes.Register();
        return new Db(Connect(), time, finish);
    }

    /// <summary>Opens it for a command that only reads, while the service runs or not. It exists and is migrated.</summary>
    public Db OpenReadOnly()
    {
        DapperTypes.Register();
        return new Db(ConnectReadOnly(), TimeProvider.System);
    }

    /// <summary>The migrations that have not run; none of them runs now.</summary>
    /// <exception cref="DatabaseException">It cannot be used, or is newer than this program.</exception>
    public abstract Task<IReadOnlyList<string>> PendingAsync();

    /// <summary>
    /// What the engine itself finds wrong below the rows: an index that does not say what its table says, or a schema that no
    /// migration made. Sentences for the operator.
    /// </summary>
    public abstract Task<IReadOnlyList<string>> DamageAsync();

    /// <summary>Writes the history anew, so that what was blanked in it is in no file of the database any more.</summary>
    /// <exception cref="DatabaseException">A read that runs still holds it.</exception>
    public abstract Task WipeEventsAsync();

    internal abstract Engine Connect();

    internal virtual Engine ConnectReadOnly() => Connect();
}

/// <summary>The database cannot be used. The message is one sentence for the operator.</summary>
public sealed class DatabaseException(string message) : Exception(message);
