using Ita.Domain.Texts;
using Ita.Intake.Cells;

namespace Ita.App.Access;

/// <summary>A key to be made: the body of POST keys, or the form of the page of keys.</summary>
internal sealed record WantedKey(KeyScope Scope, string? Agency, string? Note, DateOnly? ExpiresOn)
{
    private static Refusal Invalid => Refusal.Invalid("key-invalid");

    private sealed record Sent(KeyScope Scope, string? Agency, string? Note, DateOnly? ExpiresOn);

    /// <summary>Refused when the body is invalid, or as <see cref="Check"/> states.</summary>
    public static async Task<Outcome<WantedKey>> ReadAsync(HttpRequest request, DateOnly today, CancellationToken cancellationToken)
    {
        var read = await JsonBody.ReadAsync<Sent>(request, Invalid, cancellationToken);
        return read.IsRefused ? read.Refusal : Check(read.Value.Scope, read.Value.Agency, read.Value.Note, read.Value.ExpiresOn, today);
    }

    /// <summary>Refused as <see cref="Check"/> states, and when a text cannot be stored or the day is no day.</summary>
    public static Outcome<WantedKey> Read(string? scope, string? agency, string? note, string? expiresOn, DateOnly today)
    {
        var (day, dayProblem) = string.IsNullOrWhiteSpace(expiresOn) ? default : CommonEraDay.Read(expiresOn.Trim(), nameof(expiresOn));
        var known = Names.Find<KeyScope>(scope);
        Problem?[] problems =
        [
            known is null ? new Problem("member-missing", Severity.Error, Column: nameof(scope)) : null,
            BodyText.FindProblem(agency ?? "", nameof(agency), nameof(agency)),
            BodyText.FindProblem(note ?? "", nameof(note), nameof(note)),
            dayProblem,
        ];
        return problems.OfType<Problem>().ToList() is { Count: > 0 } found
            ? Invalid.Because(found)
            : Check(known!.Value, agency, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), day, today);
    }

    /// <summary>An agency's key names its agency; no other key does. The last day is not before today.</summary>
    private static Outcome<WantedKey> Check(KeyScope scope, string? agency, string? note, DateOnly? expiresOn, DateOnly today)
    {
        var code = string.IsNullOrWhiteSpace(agency) ? null : AgencyCodes.Normalize(agency);
        if (code is null && !string.IsNullOrWhiteSpace(agency))
        {
            return Invalid.Because(new Problem("key-agency", Severity.Error, Column: nameof(agency)));
        }

        if (expiresOn < today)
        {
            return Invalid.Because(new Problem("key-expires-past", Severity.Error, Column: nameof(expiresOn)));
        }

        return scope == KeyScope.Agency == code is not null ? new WantedKey(scope, code, note, expiresOn) : Invalid;
    }
}
