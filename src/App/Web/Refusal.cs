using Ita.Domain.Texts;

namespace Ita.App.Web;

/// <summary>Why an operation was not carried out.</summary>
public enum RefusalKind
{
    /// <summary>The request is malformed or one of its values is out of range.</summary>
    Invalid,

    /// <summary>The request carries no key, or one that is unknown or revoked.</summary>
    KeyRequired,

    /// <summary>The caller may not do this.</summary>
    Forbidden,

    NotFound,

    /// <summary>The address exists, but not with this method.</summary>
    MethodNotAllowed,

    /// <summary>The current state does not allow the operation.</summary>
    Conflict,

    TooLarge,

    /// <summary>The content is in a format that is not read.</summary>
    UnsupportedFormat,

    /// <summary>A rate limit is exceeded; a later attempt can succeed.</summary>
    TooMany,

    /// <summary>The storage does not work now; a later attempt can succeed.</summary>
    Unavailable,

    /// <summary>An unexpected fault; details are in the log.</summary>
    Failed,
}

/// <summary>The reason why an operation was not carried out, in Thai and English. The API and the pages show it in their own form.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Faults">One per invalid field, named in <see cref="Problem.Column"/>; empty when no field is at fault.</param>
public sealed record Refusal(RefusalKind Kind, string Code, LocalizedText Text, ImmutableArray<Problem> Faults)
{
    private const int StatedFaults = 3;

    /// <summary>Seconds to wait; null when waiting does not help.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The resource was changed by another request at the same time.</summary>
    public static Refusal Raced { get; } = Conflict("survey-changed");

    public static Refusal NotFound() => NotFound("not-found");

    public static Refusal NotFound(string code, params (string Place, string Text)[] places) => Create(RefusalKind.NotFound, code, places);

    public static Refusal Invalid(string code, params (string Place, string Text)[] places) => Create(RefusalKind.Invalid, code, places);

    public static Refusal Invalid(Problem problem) => Create(RefusalKind.Invalid, problem);

    public static Refusal Forbidden(string code) => Create(RefusalKind.Forbidden, code);

    public static Refusal Forbidden(Problem problem) => Create(RefusalKind.Forbidden, problem);

    public static Refusal Conflict(string code, params (string Place, string Text)[] places) => Create(RefusalKind.Conflict, code, places);

    public static Refusal Conflict(Problem problem) => Create(RefusalKind.Conflict, problem);

    public static Refusal TooLarge(string code, params (string Place, string Text)[] places) => Create(RefusalKind.TooLarge, code, places);

    public static Refusal TooMany(Problem problem) =>
        Create(RefusalKind.TooMany, problem) with { RetryAfter = problem.Places?.GetValueOrDefault("seconds") };

    /// <summary>This refusal with the problems that caused it; the first ones are in its text too.</summary>
    public Refusal Because(params IReadOnlyCollection<Problem> problems)
    {
        var texts = problems.Take(StatedFaults).Select(problem => problem.Text).Append(Text).ToList();
        return this with
        {
            Faults = [.. problems],
            Text = new(string.Join(' ', texts.Select(text => text.Th)), string.Join(' ', texts.Select(text => text.En))),
        };
    }

    /// <summary>This refusal, or one with the reason when this one states only that something was not found.</summary>
    /// <param name="reason">Null when no reason is known.</param>
    public Refusal Or(Refusal? reason) => Kind == RefusalKind.NotFound && reason is not null ? reason : this;

    /// <summary>A survey sheet with invalid fields; nothing of it is stored.</summary>
    public static Refusal InvalidSheet(ImmutableArray<Problem> faults) => Invalid("sheet-invalid") with { Faults = faults };

    /// <param name="code">The text is <c>api.{code}</c> of the text catalogue.</param>
    /// <param name="places">Values for the placeholders of the text.</param>
    public static Refusal Create(RefusalKind kind, string code, params (string Place, string Text)[] places) =>
        new(kind, code, TextCatalogue.Fill($"api.{code}", places.ToImmutableDictionary(place => place.Place, place => place.Text)), []);

    private static Refusal Create(RefusalKind kind, Problem problem) => new(kind, problem.Code, problem.Text, []);
}
