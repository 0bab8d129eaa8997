using Ita.App.Reports;
using Ita.Intake.Cells;

namespace Ita.App.Runs;

/// <summary>Reads the body of POST runs: <c>{fiscalYear, scope, kinds, only, digits}</c>.</summary>
internal static class RunRequest
{
    /// <summary>The largest number of codes that fit into a table row.</summary>
    private const int MostAgencies = 1_000;
    private const int LongestCode = 25;

    private static Refusal Invalid => Refusal.Invalid("run-invalid");

    public static async Task<Outcome<RunOrder>> ReadAsync(HttpRequest request, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        var read = await JsonBody.ReadAsync<SentRun>(request, Invalid, cancellationToken);
        return read.IsRefused ? read.Refusal : Order(read.Value, frameworks);
    }

    /// <summary>The order of a form, as the body that the API takes.</summary>
    public static Outcome<RunOrder> Read(JsonElement body, FrameworkCatalogue frameworks)
    {
        var read = JsonBody.Read<SentRun>(body, Invalid);
        return read.IsRefused ? read.Refusal : Order(read.Value, frameworks);
    }

    private static Outcome<RunOrder> Order(SentRun sent, FrameworkCatalogue frameworks)
    {
        var year = frameworks.FindYear(sent.FiscalYear);
        if (year.IsRefused)
        {
            return year.Refusal;
        }

        var scope = Scope(sent.Scope);
        if (scope.IsRefused)
        {
            return scope.Refusal;
        }

        if (Kinds(sent.Kinds, scope.Value) is not { } kinds)
        {
            return Refusal.Invalid("run-kinds-invalid", ("kinds", string.Join(", ", RunOrder.KnownKinds)));
        }

        if (Word(sent.Only) is not (null or "missing" or "all"))
        {
            return Refusal.Invalid("run-only-invalid");
        }

        return ReportNames.ParseDigits(Word(sent.Digits)) is { } digits
            ? new RunOrder(year.Value, scope.Value, kinds, Word(sent.Only) == "all", Names.Of(digits))
            : Refusal.Invalid("digits-unknown");
    }

    private static Outcome<RunScope> Scope(JsonElement? sent)
    {
        var invalid = Refusal.Invalid("run-scope-invalid", ("most", MostAgencies.ToString(CultureInfo.InvariantCulture)));
        if (sent is { ValueKind: JsonValueKind.String } word && word.ValueEquals("nation"))
        {
            return RunScope.Nation;
        }

        if (sent is not { ValueKind: JsonValueKind.Object } scope)
        {
            return invalid;
        }

        var read = JsonBody.Read<SentScope>(scope, invalid);
        return read.IsRefused ? read.Refusal : Scope(read.Value.Province, read.Value.Type, read.Value.Agencies) is { } found ? found : invalid;
    }

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

        var asked = GroupNames.Read(province, type);
        return asked is { Province: null, Type: null } || !SummaryScope.CanName(province) || !SummaryScope.CanName(type)
            ? null
            : new RunScope(asked.Province, asked.Type, []);
    }

    private static ImmutableArray<string>? Kinds(JsonElement? sent, RunScope scope)
    {
        if (sent is not { } list || list.ValueKind == JsonValueKind.Undefined)
        {
            return RunOrder.UsualKinds(scope);
        }

        return list.ValueKind == JsonValueKind.Array
            && list.EnumerateArray().Select(kind => Word(kind) ?? "").ToList() is var asked
            && asked.All(RunOrder.KnownKinds.Contains)
            && asked.Any(kind => kind != ReportKind.Summary.Code)
            && !(scope.IsList && asked.Contains(ReportKind.Summary.Code))
            ? [.. RunOrder.KnownKinds.Where(asked.Contains)]
            : null;
    }

    // A value that is not a string is treated as an unknown keyword.
    private static string? Word(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };

    private sealed record SentRun(int FiscalYear, JsonElement? Scope, JsonElement? Kinds, JsonElement? Only, JsonElement? Digits);

    private sealed record SentScope(string? Province, string? Type, IReadOnlyList<string>? Agencies);
}
