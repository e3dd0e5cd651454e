using System.IO.Compression;
using System.Xml.Linq;

namespace AmlSecurity.PackageProof;

internal static class PackageContents
{
    public static void Prove(Proof proof, string folder)
    {
        var packages = Directory.GetFiles(folder, "AmlSecurity.Domain.*.nupkg");
        var symbols = Directory.GetFiles(folder, "AmlSecurity.Domain.*.snupkg");
        proof.Equal("packages in the folder", 1, packages.Length);
        proof.Equal("symbol packages in the folder", 1, symbols.Length);
        if (packages is not [var package] || symbols is not [var symbol])
        {
            return;
        }

        using var archive = ZipFile.OpenRead(package);
        string[] expected =
        [
            "README.md", "icon.png", "AmlSecurity.Domain.nuspec",
            "lib/net10.0/AmlSecurity.Domain.dll", "lib/net10.0/AmlSecurity.Domain.xml",
        ];
        foreach (var entry in expected)
        {
            proof.That($"the package holds {entry}", archive.GetEntry(entry) is { Length: > 0 });
        }

        var unexpected = archive.Entries.Select(entry => entry.FullName).Where(name =>
            !expected.Contains(name)
            && name is not ("[Content_Types].xml" or "_rels/.rels")
            && !name.StartsWith("package/services/metadata/", StringComparison.Ordinal));
        proof.Equal("entries of the package beside these", "", string.Join(", ", unexpected));

        using (var stream = archive.GetEntry("AmlSecurity.Domain.nuspec")!.Open())
        {
            Prove(proof, XDocument.Load(stream));
        }

        using var symbolArchive = ZipFile.OpenRead(symbol);
        proof.That(
            "the symbol package holds the symbols",
            symbolArchive.GetEntry("lib/net10.0/AmlSecurity.Domain.pdb") is not null);
    }

    private static void Prove(Proof proof, XDocument nuspec)
    {
        var license = Element(nuspec, "license");
        proof.Equal("the license", "expression MIT", $"{license?.Attribute("type")?.Value} {license?.Value}");
        proof.Equal("the page of the package", "README.md", Element(nuspec, "readme")?.Value);
        proof.Equal("the icon of the package", "icon.png", Element(nuspec, "icon")?.Value);
        proof.That("the package is described", Element(nuspec, "description") is { Value.Length: > 50 });
        var dependencies = nuspec.Descendants().Where(element => element.Name.LocalName == "dependency")
            .Select(element => element.Attribute("id")!.Value)
            .Order(StringComparer.Ordinal);
        proof.Equal("the package needs", "NodaTime, OneOf, System.Security.Cryptography.Pkcs", string.Join(", ", dependencies));
    }

    private static XElement? Element(XDocument nuspec, string name) =>
        nuspec.Descendants().FirstOrDefault(element => element.Name.LocalName == name);
}
