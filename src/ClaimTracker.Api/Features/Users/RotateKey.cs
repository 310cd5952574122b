using ClaimTracker.Api.Platform;
using ClaimTracker.Api.Platform.Access;
using ClaimTracker.Api.Platform.OpenApi;
using ClaimTracker.Api.Platform.Problems;
using FastEndpoints;
using FluentValidation;

namespace ClaimTracker.Api.Features.Users;

internal sealed record RotateKeyRequest
{
    /// <summary>The user.</summary>
    [RouteParam]
    public long Id { get; init; }

    [RouteParam]
    public long KeyId { get; init; }

    /// <summary>How long the old key goes on beside the new one; 24, if left out.</summary>
    public int? OverlapHours { get; init; }
}

internal sealed class RotateKeyValidator : Validator<RotateKeyRequest>
{
    public RotateKeyValidator() => RuleFor(static k => k.OverlapHours).InclusiveBetween(0, Limits.RotationOverlapHours)
        .WithMessage($"must be from 0 to {Limits.RotationOverlapHours}");
}

internal sealed class RotateKey(Writes writes) : Endpoint<RotateKeyRequest, NewKeyResponse>
{
    private const int DefaultOverlapHours = 24;

    // A rotation tells the history of the new key, and next of the end of the old one.
    private const string SuccessorSql = """
        select k.id
        from events ending
        join events made on made.seq = ending.seq - 1
        join api_keys k on k.user_id = @Id and made.subject = 'key/' || k.id
        where ending.subject = @Subject and ending.kind = 'key.expires'
        order by ending.seq
        limit 1
        """;

    public override void Configure()
    {
        Post("/users/{id}/keys/{keyId}/rotate");
        Group<UsersGroup>();
        Description(static d => d
            .For(Permission.Administer)
            .Says("Replace a key", "The answer has the new key, this once; it has the label of the old one, and lasts as long from now as that was made to. Both open the API until the overlap is over. A key is replaced once; 409 names the one that took its place.")
            .Creates<NewKeyResponse>().Refuses(404, 409));
    }

    public override Task HandleAsync(RotateKeyRequest request, CancellationToken ct) => writes.RunAsync(HttpContext, async (tx, actor) =>
    {
        var old = await KeyRow.FindAsync(tx, request.Id, request.KeyId)
            ?? throw KeyRow.NotFound(request.Id, request.KeyId);
        if (old.RevokedAt is not null || old.ExpiresAt <= tx.Now)
        {
            throw Problem.Conflict($"Key {old.Id} has ended: make a new one.", UsersGroup.KeyOf(request.Id, old.Id));
        }

        if (await tx.FirstAsync<long?>(SuccessorSql, new { request.Id, Subject = $"key/{old.Id}" }) is { } successor)
        {
            throw Problem.Conflict($"Key {old.Id} was rotated: key {successor} took its place. Rotate that one, or make another.", UsersGroup.KeyOf(request.Id, successor));
        }

        var lasts = old.ExpiresAt - old.CreatedAt;
        var until = lasts < DateTimeOffset.MaxValue - tx.Now ? tx.Now + lasts : old.ExpiresAt;
        var (id, key) = await ApiKeys.IssueAsync(tx, actor.Name, new NewKey(request.Id, old.Label, until));
        var overlap = tx.Now.AddHours(request.OverlapHours ?? DefaultOverlapHours);
        await ApiKeys.ExpireAsync(tx, actor.Name, old.Id, old.ExpiresAt < overlap ? old.ExpiresAt.Value : overlap);
        return Reply.CreatedSecret(UsersGroup.KeyOf(request.Id, id), (await KeyRow.FindAsync(tx, request.Id, id))!.With(key))
            .Telling((log, trace) => log.KeyRotated(actor.Name, old.Id, request.Id, id, trace));
    });
}
