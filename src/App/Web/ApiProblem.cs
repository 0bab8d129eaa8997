using System.Collections.Immutable;
using Ita.Domain;
using Ita.Domain.Texts;

namespace Ita.App.Web;

/// <summary>An error answer as RFC 9457 has it, with a stable code and the text in Thai and English.</summary>
/// <param name="Detail">Thai.</param>
public sealed record ProblemBody(string Type, string Title, int Status, string Code, string Detail, string DetailEn);

/// <param name="Errors">One a field at fault; empty when no field is.</param>
public sealed record SheetProblemBody(
    string Type, string Title, int Status, string Code, string Detail, string DetailEn, ImmutableArray<FieldProblem> Errors);

/// <param name="Field">The question, as the catalogue spells it.</param>
public sealed record FieldProblem(string? Field, string Code, string Detail, string DetailEn)
{
    public static FieldProblem Of(Problem problem)
    {
        var text = problem.Text;
        return new(problem.Column, problem.Code, text.Th, text.En);
    }
}

public static class ApiProblem
{
    public const string ContentType = "application/problem+json";

    /// <param name="places">What fills the sentence behind <c>api.{code}</c>.</param>
    public static IResult Of(int status, string code, params (string Place, string Text)[] places)
    {
        var text = TextCatalogue.Fill($"api.{code}", places.ToImmutableDictionary(place => place.Place, place => place.Text));
        var body = new ProblemBody($"urn:ita:problem:{code}", text.En, status, code, text.Th, text.En);
        return TypedResults.Json(body, ApiJson.Options, ContentType, status);
    }

    /// <summary>A refusal of the surveys; where fields are at fault, with each of them under <c>errors</c>.</summary>
    public static IResult Of(Refusal refusal)
    {
        var body = new SheetProblemBody(
            $"urn:ita:problem:{refusal.Code}",
            refusal.Text.En,
            refusal.Status,
            refusal.Code,
            refusal.Text.Th,
            refusal.Text.En,
            [.. refusal.Faults.Select(FieldProblem.Of)]);
        return TypedResults.Json(body, ApiJson.Options, ContentType, refusal.Status);
    }

    public static IResult NotFound() => Of(StatusCodes.Status404NotFound, "not-found");
}
