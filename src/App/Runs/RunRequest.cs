using Ita.App.Reports;
using Ita.Intake.Cells;

namespace Ita.App.Runs;

/// <summary>Reads the body of POST runs: <c>{fiscalYear, scope, kinds, only, digits}</c>.</summary>
internal static class RunRequest
{
    /// <summary>The largest number of codes that fit into a table row.</summary>
    private const int MostAgencies = 1_000;
    private const int LongestCode = 25;

    public static async Task<Outcome<RunOrder>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return Order(await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: cancellationToken));
        }
        catch (JsonException)
        {
            return Refusal.Invalid("run-invalid");
        }
    }

    private static Outcome<RunOrder> Order(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("fiscalYear", out var stated) || !stated.TryGetInt32(out var number))
        {
            return Refusal.Invalid("run-invalid");
        }

        var year = FiscalYears.Find(number);
        if (year.IsRefused)
        {
            return year.Refusal;
        }

        if (Scope(body) is not { } scope)
        {
            return Refusal.Invalid("run-scope-invalid", ("most", MostAgencies.ToString(CultureInfo.InvariantCulture)));
        }

        if (Kinds(body, scope) is not { } kinds)
        {
            return Refusal.Invalid("run-kinds-invalid", ("kinds", string.Join(", ", RunOrder.KnownKinds)));
        }

        if (Word(body, "only") is not (null or "missing" or "all"))
        {
            return Refusal.Invalid("run-only-invalid");
        }

        return ReportNames.ParseDigits(Word(body, "digits")) is { } digits
            ? new RunOrder(year.Value, scope, kinds, Word(body, "only") == "all", Names.Of(digits))
            : Refusal.Invalid("digits-unknown");
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
            var codes = agencies.Select(AgencyCodes.Normalize).Distinct(StringComparer.Ordinal).ToList();
            return province is null && type is null && codes.Count is > 0 and <= MostAgencies
                && codes.All(code => code?.Length is > 0 and <= LongestCode)
                ? new RunScope(null, null, [.. codes.Select(code => code!).OrderBy(TableKey.Escape, StringComparer.Ordinal)])
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
            && asked.Any(kind => kind != ReportKind.Summary.Code)
            && !(scope.IsList && asked.Contains(ReportKind.Summary.Code))
            ? [.. RunOrder.KnownKinds.Where(asked.Contains)]
            : null;
    }

    // A value that is not a string is treated as an unknown keyword.
    private static string? Word(JsonElement body, string name) => !body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    private static IReadOnlyList<string>? Texts(JsonElement body, string name) => !body.TryGetProperty(name, out var list)
        ? null
        : list.ValueKind != JsonValueKind.Array ? []
        : [.. list.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : "")];
}
