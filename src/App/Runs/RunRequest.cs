using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ita.App.Reports;
using Ita.App.Storage;
using Ita.App.Web;

namespace Ita.App.Runs;

/// <summary>The body of POST runs, read: <c>{fiscalYear, scope, kinds, only, digits}</c>.</summary>
internal static class RunRequest
{
    /// <summary>So many codes fit into a row of the table.</summary>
    private const int MostAgencies = 1_000;
    private const int LongestCode = 25;

    /// <summary>The order, or null with the answer to give.</summary>
    public static async Task<(RunOrder? Order, IResult Refusal)> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        try
        {
            return Order(await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: stop));
        }
        catch (JsonException)
        {
            return Refused("run-invalid");
        }
    }

    private static (RunOrder? Order, IResult Refusal) Order(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("fiscalYear", out var year) || !year.TryGetInt32(out var number))
        {
            return Refused("run-invalid");
        }

        if (FiscalYears.Known(number, out var refusal) is not { } known)
        {
            return (null, refusal);
        }

        if (Scope(body) is not { } scope)
        {
            return Refused("run-scope-invalid", ("most", MostAgencies.ToString(CultureInfo.InvariantCulture)));
        }

        if (Kinds(body, scope) is not { } kinds)
        {
            return Refused("run-kinds-invalid", ("kinds", string.Join(", ", RunOrder.KnownKinds)));
        }

        if (Word(body, "only") is not (null or "missing" or "all"))
        {
            return Refused("run-only-invalid");
        }

        return ReportsApi.DigitsOf(Word(body, "digits")) is { } digits
            ? (new RunOrder(known, scope, kinds, Word(body, "only") == "all", Names.Of(digits)), TypedResults.Empty)
            : Refused("digits-unknown");
    }

    private static RunScope? Scope(JsonElement body) => body.TryGetProperty("scope", out var scope)
        ? scope switch
        {
            { ValueKind: JsonValueKind.String } when scope.ValueEquals("nation") => RunScope.Nation,
            { ValueKind: JsonValueKind.Object } => Scope(Word(scope, "province"), Word(scope, "type"), Texts(scope, "agencies")),
            _ => null,
        }
        : null;

    private static RunScope? Scope(string? province, string? type, IReadOnlyList<string>? agencies)
    {
        if (agencies is not null)
        {
            var codes = agencies.Distinct(StringComparer.Ordinal).OrderBy(TableKey.Escape, StringComparer.Ordinal).ToImmutableArray();
            return province is null && type is null && codes.Length is > 0 and <= MostAgencies && codes.All(code => code.Length is > 0 and <= LongestCode)
                ? new RunScope(null, null, codes)
                : null;
        }

        var names = new[] { province, type };
        return names.All(string.IsNullOrWhiteSpace) || !names.All(SummaryScope.CanName) ? null : new RunScope(province, type, []);
    }

    private static ImmutableArray<string>? Kinds(JsonElement body, RunScope scope)
    {
        if (!body.TryGetProperty("kinds", out _))
        {
            return RunOrder.UsualKinds(scope);
        }

        return Texts(body, "kinds") is { } asked
            && asked.All(RunOrder.KnownKinds.Contains)
            && asked.Any(kind => kind != ReportName.Summary)
            && !(scope.IsList && asked.Contains(ReportName.Summary))
            ? [.. RunOrder.KnownKinds.Where(asked.Contains)]
            : null;
    }

    // What is no text is taken for a word that nobody knows.
    private static string? Word(JsonElement body, string name) => !body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    private static IReadOnlyList<string>? Texts(JsonElement body, string name) => !body.TryGetProperty(name, out var list)
        ? null
        : list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : "")] : [];

    private static (RunOrder? Order, IResult Refusal) Refused(string code, params (string Place, string Text)[] places) =>
        (null, ApiProblem.Of(StatusCodes.Status400BadRequest, code, places));
}
