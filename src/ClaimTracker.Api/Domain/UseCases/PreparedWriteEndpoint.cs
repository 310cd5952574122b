namespace ClaimTracker.Api.Domain.UseCases;

/// <summary>
/// The route of a use case that works something out before it writes. Only one change runs at a time: whatever is not a statement
/// is done before its turn, and again if the tables have changed meanwhile.
/// </summary>
internal abstract class PreparedWriteEndpoint<TRequest, TPrepared, TResponse> : Endpoint<TRequest, TResponse>, IWriteRoute
    where TRequest : notnull
{
    /// <summary>Works out what the change needs, outside of the writer.</summary>
    public abstract Task<TPrepared> PrepareAsync(Db db, Caller caller, TRequest request, CancellationToken cancellation);

    /// <summary>Carries out the request. May run a second time after a rollback: it changes nothing but the database.</summary>
    /// <exception cref="OutdatedException">What was worked out no longer holds. It is worked out again.</exception>
    public abstract Task<Reply> WriteAsync(Change change, TPrepared prepared);

    public sealed override async Task HandleAsync(TRequest request, CancellationToken ct)
    {
        var (db, caller) = (Resolve<Db>(), Caller.Of(HttpContext));
        var reply = await Resolve<ChangeRunner>().RunAsync(
            caller, IdempotencyKey.Of(HttpContext), () => PrepareAsync(db, caller, request, ct), WriteAsync, ct);
        if (reply.IsAddressOnly)
        {
            var resource = await db.ReadAsync(tx => AnswerAsync(tx, caller.Actor, reply.Location!), ct);
            await Send.LargeReplyAsync(reply, resource, await CompleteAsync(request, resource, ct));
        }
        else
        {
            await Send.ReplyAsync(reply);
        }
    }

    /// <summary>
    /// Reads the resource that a reply names without holding it. It is large: it is read when the change is durable, outside of the
    /// writer, and is not stored with an Idempotency-Key.
    /// </summary>
    protected virtual Task<object> AnswerAsync(ReadTx tx, Actor actor, string address) =>
        throw new NotSupportedException("The replies of this route hold their resource.");

    /// <summary>Adds to a large resource what is told along with it. The change is durable by then, so nothing here may fail it.</summary>
    /// <returns>What is sent in its place; null for the resource as it is.</returns>
    protected virtual Task<object?> CompleteAsync(TRequest request, object resource, CancellationToken cancellation) =>
        Task.FromResult<object?>(null);
}
