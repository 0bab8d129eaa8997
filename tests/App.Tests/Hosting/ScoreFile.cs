using System.Text;
using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Tests;

namespace Ita.App.Tests.Hosting;

/// <summary>Score files as a client would send them.</summary>
internal static class ScoreFile
{
    private const string Header = "fiscal_year,agency_code,item,score";

    public static string Of(params IEnumerable<string> rows) => string.Join('\n', rows.Prepend(Header)) + "\n";

    /// <summary>All 88 items of each agency in 2565, a year whose instruments have no parts.</summary>
    /// <param name="score">Returns the score for the index of an agency and the index of an item.</param>
    public static string Whole(IEnumerable<string> agencies, Func<int, int, decimal> score) => Whole(2565, agencies, score);

    /// <summary>All items of each agency.</summary>
    public static string Whole(int year, IEnumerable<string> agencies, Func<int, int, decimal> score)
    {
        var items = FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(year)).Items;
        return Of(agencies.SelectMany((agency, number) => items.Select((item, place) =>
            string.Create(CultureInfo.InvariantCulture, $"{year},{agency},{item.Code},{score(number, place):0.00}"))));
    }

    /// <summary>All items of one agency with the same score.</summary>
    public static string Whole(string agency, decimal score) => Whole([agency], (_, _) => score);

    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(Repository.Root, "samples", name));

    public static byte[] Bytes(string csv) => Encoding.UTF8.GetBytes(csv);
}
