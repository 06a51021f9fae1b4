"""RDF: organisations in the terms of the W3C Organization Ontology.

https://www.w3.org/TR/vocab-org/ holds nodes, relations and memberships; what it has no term for
(seats, votes, evidence …) is said in an extension vocabulary of ours.
"""
