using System.Collections.Immutable;
using Ita.Domain;
using Ita.Domain.Texts;

namespace Ita.App.Web;

/// <summary>Why something is not done, as a page shows it and the API answers it.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Code">Stable.</param>
/// <param name="Faults">The fields at fault, each named in <see cref="Problem.Column"/>; empty when no field is.</param>
public sealed record Refusal(int Status, string Code, LocalizedText Text, ImmutableArray<Problem> Faults)
{
    /// <summary>Seconds to wait; null where waiting does not help.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>By a rule of the domain.</summary>
    public static Refusal Of(int status, Problem problem) => new(status, problem.Code, problem.Text, []);

    /// <summary>By a sentence of the API: <c>api.{code}</c>.</summary>
    public static Refusal Of(int status, string code, params (string Place, string Text)[] places) =>
        new(status, code, TextCatalogue.Fill($"api.{code}", places.ToImmutableDictionary(place => place.Place, place => place.Text)), []);

    /// <summary>A sheet with wrong fields; nothing of it is taken.</summary>
    public static Refusal Of(ImmutableArray<Problem> faults) => Of(StatusCodes.Status400BadRequest, "sheet-invalid") with { Faults = faults };

    /// <summary>Too often; a later try may go through.</summary>
    public static Refusal TooMany(Problem problem) =>
        Of(StatusCodes.Status429TooManyRequests, problem) with { RetryAfter = problem.Places?.GetValueOrDefault("seconds") };

    public static Refusal Conflict(Problem problem) => Of(StatusCodes.Status409Conflict, problem);

    /// <summary>Somebody changed it in between.</summary>
    public static Refusal Raced { get; } = Of(StatusCodes.Status409Conflict, "survey-changed");
}
