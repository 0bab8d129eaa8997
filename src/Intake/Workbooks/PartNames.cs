using System.Xml;

namespace Ita.Intake.Workbooks;

/// <summary>The names of elements and attributes that a part uses, which the XML reader keeps to its end: so they are bounded.</summary>
internal sealed class PartNames : NameTable
{
    /// <summary>Far more than all of the format's own names.</summary>
    private const int Most = 10_000;
    private const int Longest = 1_000;

    private int count;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Known(len, base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Known(key.Length, base.Add(key));

    private string Known(int length, string name) => ++count <= Most && length <= Longest ? name : throw WorkbookException.Broken();
}
