using AmlSecurity.PackageProof;

// Usage: AmlSecurity.PackageProof <folder with the .nupkg and the .snupkg>
var proof = new Proof();
PackageContents.Prove(proof, args is [var folder] ? folder : ".");
RootProof.Prove(proof);
RulesProof.Prove(proof);
ResourcesProof.Prove(proof);
IdentitiesProof.Prove(proof);
AuthorizationProof.Prove(proof);
SecretsProof.Prove(proof);
EncryptionProof.Prove(proof);
CompatibilityProof.Prove(proof);
AuthenticationProof.Prove(proof);
AuditingProof.Prove(proof);
WorkspacesProof.Prove(proof);
return proof.Conclude();
