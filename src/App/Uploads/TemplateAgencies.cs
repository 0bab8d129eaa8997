using Ita.App.Agencies;
using Ita.App.Measures;
using Ita.App.Settings;
using Ita.Intake;
using Ita.Intake.Cells;
using Ita.Intake.Templates;

namespace Ita.App.Uploads;

/// <summary>The agencies that a template is for, with their stored data as far as the template has places for it.</summary>
internal sealed class TemplateAgencies(
    ItemScoreTable items, AgencyTable agencies, MeasureTable measures, SettingsTable settings, Reads reads, Callers callers)
{
    /// <summary>The agency code in a template that is for no particular agency.</summary>
    private const string AnyAgency = "00000000";

    public async Task<Outcome<IReadOnlyList<KnownOfAgency>>> FindAsync(
        FileKind kind, FiscalYear year, AskedTemplate asked, HttpContext context, CancellationToken cancellationToken)
    {
        var registered = await FindRegisteredAsync(year, asked, context, cancellationToken);
        if (registered.IsRefused)
        {
            return registered.Refusal;
        }

        var sheets = HasScores(kind) ? await items.FindAsync(year, [.. registered.Value.Keys], cancellationToken) : [];
        // Settings can name people and the registry has an e-mail address, so both need a key also where reading is open.
        var holder = (await callers.FindHolderAsync(context)).Value;
        var known = new List<KnownOfAgency>();
        foreach (var (code, agency) in registered.Value)
        {
            known.Add(new(
                code,
                sheets.TryGetValue(code, out var stored) ? stored.Sheet.Stated().ToSheet(year, code) : null,
                holder?.Covers(code) == true ? agency : agency is null ? null : agency with { ContactEmail = null },
                kind is FileKind.Measures ? await measures.ListAsync(year, code, cancellationToken) : null,
                kind is FileKind.Settings && holder?.Covers(code) == true ? await settings.FindAsync(year, code, cancellationToken) : null));
        }

        return known;
    }

    /// <summary>The agencies by code, in the order of their codes; null where one is not registered.</summary>
    private async Task<Outcome<SortedDictionary<string, Agency?>>> FindRegisteredAsync(
        FiscalYear year, AskedTemplate asked, HttpContext context, CancellationToken cancellationToken)
    {
        var group = GroupNames.Read(asked.Province, type: null);
        var code = string.IsNullOrWhiteSpace(asked.Agency) ? AnyAgency : AgencyCodes.Normalize(asked.Agency);
        var mayRead = await reads.FindReadableAsync(context);
        if (group.Province is not null)
        {
            return code == AnyAgency ? await FindOfProvinceAsync(year, group, mayRead, cancellationToken) : Refusal.Invalid("template-scope");
        }

        return code is null || (code != AnyAgency && !mayRead(code))
            ? Refusal.NotFound()
            : new SortedDictionary<string, Agency?>(StringComparer.Ordinal) { [code] = await agencies.FindAsync(year, code, cancellationToken) };
    }

    private async Task<Outcome<SortedDictionary<string, Agency?>>> FindOfProvinceAsync(
        FiscalYear year, GroupNames group, Predicate<string> mayRead, CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<string, Agency?>(StringComparer.Ordinal);
        foreach (var agency in await agencies.AllAsync(year, cancellationToken))
        {
            if (group.Holds(agency.Province, agency.Type) && mayRead(agency.Code))
            {
                found.Add(agency.Code, agency);
            }
        }

        return found.Count > 0 ? found : group.FindUnknown(RefusalKind.NotFound)
            ?? Refusal.NotFound("template-province-empty", ("year", year.ToString()), ("province", group.Province!));
    }

    private static bool HasScores(FileKind kind) => kind is FileKind.Scores or FileKind.Indicators or FileKind.Checklist or FileKind.Totals;
}
