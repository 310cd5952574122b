namespace ClaimTracker.Api.Domain.UseCases;

/// <summary>
/// The route of a use case that works something out before it writes. Only one change runs at a time: whatever needs no database
/// is done before its turn.
/// </summary>
internal abstract class PreparedWriteEndpoint<TRequest, TPrepared, TResponse> : Endpoint<TRequest, TResponse>, IWriteRoute
    where TRequest : notnull
{
    /// <summary>Works out what the change needs, outside of the writer.</summary>
    public abstract Task<TPrepared> PrepareAsync(Db db, TRequest request, CancellationToken cancellation);

    /// <summary>Carries out the request. May run a second time after a rollback: it changes nothing but the database.</summary>
    public abstract Task<Reply> WriteAsync(Change change, TPrepared prepared);

    public sealed override async Task HandleAsync(TRequest request, CancellationToken ct)
    {
        var prepared = await PrepareAsync(Resolve<Db>(), request, ct);
        await Send.ReplyAsync(
            await Resolve<ChangeRunner>().RunAsync(
                Caller.Of(HttpContext), IdempotencyKey.Of(HttpContext), change => WriteAsync(change, prepared)));
    }
}
