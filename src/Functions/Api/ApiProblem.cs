using System.Collections.Immutable;
using Ita.Domain.Texts;

namespace Ita.Functions.Api;

/// <summary>An error answer as RFC 9457 has it, with a stable code and the text in Thai and English.</summary>
/// <param name="Detail">Thai.</param>
public sealed record ProblemBody(string Type, string Title, int Status, string Code, string Detail, string DetailEn);

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

    public static IResult NotFound() => Of(StatusCodes.Status404NotFound, "not-found");
}
