using Ita.Domain.Naming;

namespace Ita.Intake.Rows;

/// <summary>Finds codes that have lost or gained zeros: 6150502 for 06150502, which a spreadsheet program has taken for a number.</summary>
internal sealed class CodeZeros(RowReader reader)
{
    /// <summary>How many zeros a code may have lost.</summary>
    private const int MostZeros = 4;

    /// <summary>Short numbers without a name may be other codes; the registry's codes are longer.</summary>
    private const int FewestDigits = 5;

    /// <summary>Compares the codes of the file with each other, and with those that are stored.</summary>
    public async ValueTask CheckAsync(KnownAgencies known, CancellationToken cancellationToken)
    {
        foreach (var year in reader.Named.ToList().GroupBy(agency => agency.Year))
        {
            foreach (var same in year.GroupBy(agency => Plain(agency.Code)).Where(group => group.Skip(1).Any()))
            {
                CompareWithEachOther([.. same]);
            }

            await CompareWithStoredAsync(year.Key, [.. year.Where(agency => !reader.Fallen.Contains(agency.Code))], known, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private void CompareWithEachOther(ImmutableArray<NamedAgency> agencies)
    {
        foreach (var (agency, place) in agencies.Select((agency, place) => (agency, place)).Skip(1))
        {
            var others = agencies.Where(other => other != agency && MayBeSame(agency.Code, agency.Name, other.Name)).ToList();
            if (others.Exists(other => other.Line < agency.Line))
            {
                var shown = others.Select(other => FormattableString.Invariant($"{ShownValue.Short(other.Code)} ({other.Line})"));
                reader.NoteCode(agency, new Fault(ProblemCatalogue.CodeZeros).With("others", string.Join(", ", shown)));
            }
        }
    }

    private async ValueTask CompareWithStoredAsync(
        FiscalYear year, ImmutableArray<NamedAgency> agencies, KnownAgencies known, CancellationToken cancellationToken)
    {
        var asked = agencies.Where(agency => Variants(agency.Code).Any())
            .SelectMany(agency => Variants(agency.Code).Append(agency.Code)).ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0)
        {
            return;
        }

        var stored = await known(year, asked, cancellationToken).ConfigureAwait(false);
        foreach (var agency in agencies)
        {
            Compare(agency, stored);
        }
    }

    private void Compare(NamedAgency agency, IReadOnlyDictionary<string, string?> stored)
    {
        var name = agency.Name ?? stored.GetValueOrDefault(agency.Code);
        if (Variants(agency.Code).FirstOrDefault(code => stored.TryGetValue(code, out var other) && MayBeSame(code, name, other)) is not { } code)
        {
            return;
        }

        // A code that is stored itself is another agency, or a mistake of an earlier file: its figures are not held up.
        var isSame = name is not null && stored[code] is not null && !stored.ContainsKey(agency.Code);
        reader.NoteCode(agency, isSame
            ? new Fault(ProblemCatalogue.CodeOfKnownAgency).With("known", code).With("name", ShownValue.OfWords(stored[code]!))
            : new Fault(ProblemCatalogue.CodeZeros).With("others", code));
    }

    /// <summary>Whether two codes of these names may be one agency's: the names are equal, or one of them is missing.</summary>
    private static bool MayBeSame(string code, string? name, string? other) => name is null || other is null
        ? Plain(code).Length >= FewestDigits
        : PlainName.OfAgency(name) == PlainName.OfAgency(other);

    private static string Plain(string code) =>
        string.Concat(code.Where(character => character is not (' ' or '-' or '_' or '.'))).TrimStart('0').ToUpperInvariant();

    /// <summary>The numbers that differ from the code by zeros at the start only.</summary>
    private static IEnumerable<string> Variants(string code)
    {
        var number = code.TrimStart('0');
        return number.Length == 0 || !number.All(char.IsAsciiDigit)
            ? []
            : Enumerable.Range(0, MostZeros + 1).Select(zeros => new string('0', zeros) + number).Where(variant => variant != code);
    }
}
